//! Which entries are void in a set of entries: those that give something, by somebody who lost
//! beheer at the same time, or whose beheer came from a void entry.

use super::super::bits::Bits;
use super::super::change::Change;
use super::super::log::{Log, Node};
use crate::id::DeviceId;
use crate::role::Role;

/// A set of entries of a log, with the void ones marked.
pub(in crate::member) struct View<'a> {
    log: &'a Log,
    set: &'a Bits,
    void: Bits,
}

impl<'a> View<'a> {
    pub(in crate::member) fn new(log: &'a Log, set: &'a Bits) -> Self {
        let mut view = Self { log, set, void: Bits::default() };
        // What is built upon comes first, so the marks that a judgement needs are there.
        for index in log.order.iter().filter(|index| set.contains(**index)) {
            if log.nodes.get(*index).is_some_and(|node| view.is_void(*index, node)) {
                view.void.insert(*index);
            }
        }
        view
    }

    /// Every entry of the set, what is built upon first, and whether it is void.
    pub(in crate::member) fn nodes(&self) -> impl Iterator<Item = (bool, &'a Node)> + '_ {
        let inside = self.log.order.iter().filter(|index| self.set.contains(**index));
        inside.filter_map(|index| Some((self.void.contains(*index), self.log.nodes.get(*index)?)))
    }

    fn is_void(&self, index: usize, node: &Node) -> bool {
        let author = node.signed.entry().author;
        !node.firm
            && (self.lost_beheer_meanwhile(index, node, author)
                || !self.had_beheer(author, &node.before))
    }

    fn lost_beheer_meanwhile(&self, index: usize, node: &Node, author: DeviceId) -> bool {
        self.about(author, self.set).any(|(other, taking)| {
            taking.firm
                && taking.signed.entry().change.takes_from(author)
                && !taking.before.contains(index)
                && !node.before.contains(other)
        })
    }

    /// Whether the device had beheer (or was a recovery kit) within `past`, void entries left out.
    fn had_beheer(&self, device: DeviceId, past: &Bits) -> bool {
        let valid: Vec<_> =
            self.about(device, past).filter(|(index, _)| !self.void.contains(*index)).collect();
        let change = |node: &'a Node| &node.signed.entry().change;
        if valid.iter().any(|(_, node)| matches!(change(node), Change::Rotate { .. })) {
            return false;
        }
        if valid.iter().any(|(_, node)| matches!(change(node), Change::Recovery { .. })) {
            return true;
        }
        let newest = valid
            .iter()
            .filter(|(index, _)| !valid.iter().any(|(_, later)| later.before.contains(*index)));
        newest.filter_map(|(_, node)| role_set(change(node))).min() == Some(Role::Beheer)
    }

    fn about(&self, device: DeviceId, set: &Bits) -> impl Iterator<Item = (usize, &'a Node)> {
        let indices = self.log.about.get(&device).map(Vec::as_slice).unwrap_or_default();
        let log = self.log;
        indices
            .iter()
            .filter(|index| set.contains(**index))
            .filter_map(move |index| Some((*index, log.nodes.get(*index)?)))
    }
}

/// The role that a change sets.
pub(super) const fn role_set(change: &Change) -> Option<Role> {
    match change {
        Change::Create { founder: member, .. } | Change::Add { member, .. } => Some(member.role),
        Change::SetRole { role, .. } => Some(*role),
        _ => None,
    }
}
