//! An invitation over the server: from the link to the same document on both sides, and what ends it.

use model::sharing::courier::{Courier, Proves, Trouble};
use model::sharing::invite::{Heard, Inviter, Joiner, Step};
use replica::invite::InviteError;
use replica::member::PersonId;
use replica::testing::block_on;

use super::courier::{courier, meet};
use super::invite::{bram, invited};
use super::site::{Between, ORIGIN, Site};
use super::support::{Device, NOW, rng};

struct Both<'a> {
    anna: &'a Device,
    to_anna: Courier<&'a Site>,
    inviter: Inviter,
    joiner: Joiner,
    /// The joiner's way, by the link alone.
    by_link: Courier<&'a Site>,
}

fn both<'a>(site: &'a Site, anna: &'a Device) -> Both<'a> {
    let (inviter, joiner) = invited(anna);
    let to_anna = courier(site, anna);
    block_on(inviter.leave(&to_anna, NOW)).unwrap();
    let by_link = Courier::new(site, ORIGIN.into(), Proves::Invited(joiner.link().clone()));
    Both { anna, to_anna, inviter, joiner, by_link }
}

impl Both<'_> {
    fn joiner_looks(&mut self) -> Result<Heard, Trouble> {
        block_on(self.joiner.look(&self.by_link, false, NOW))
    }

    fn inviter_looks(&mut self) -> Result<Heard, Trouble> {
        block_on(self.inviter.look(&self.to_anna, &self.anna.keys, false, NOW))
    }

    fn joiner_asks(&mut self) -> Vec<u8> {
        let request = self.joiner.name("Bram", &bram(), NOW, &mut rng(8)).unwrap();
        let left = block_on(self.joiner.leave(&self.by_link, request.clone(), NOW));
        assert_eq!(left, Ok(Heard::Nothing));
        request
    }
}

#[test]
fn from_a_link_to_the_same_document() {
    let (site, anna) = (Site::default(), Device::founder(1));
    let mut both = both(&site, &anna);
    anna.write("1", "Welkom");
    assert_eq!(both.inviter_looks(), Ok(Heard::Nothing));
    assert_eq!(both.joiner_looks(), Ok(Heard::Step));
    assert_eq!((both.joiner_looks(), both.joiner.step()), (Ok(Heard::Nothing), &Step::Offered));
    both.joiner_asks();
    assert_eq!(both.inviter_looks(), Ok(Heard::Step));
    assert_eq!(both.inviter_looks(), Ok(Heard::Nothing), "looking again changes nothing");
    assert_eq!(both.joiner_looks(), Ok(Heard::Step));
    assert_eq!(both.joiner.step(), &both.inviter.step(NOW));

    let person = PersonId::from_bytes([9; 16]);
    let first = both.inviter.let_in(&anna.space, person, NOW, &mut rng(9)).unwrap();
    anna.save();
    meet(&anna, &both.to_anna, NOW);
    block_on(both.inviter.tell(&both.to_anna, first, NOW)).unwrap();
    let Ok(Heard::LetIn(first)) = both.joiner_looks() else { panic!("not let in") };
    let space = both.joiner.let_in(&first, bram(), 5).unwrap();
    let bram = Device::with(bram(), space, 40);
    meet(&bram, &courier(&site, &bram), NOW);
    let hash = |device: &Device| device.document.borrow().state_hash();
    assert_eq!(hash(&anna), hash(&bram));
}

#[test]
fn a_request_that_got_no_answer_is_left_again() {
    let (site, anna) = (Site::default(), Device::founder(1));
    let mut both = both(&site, &anna);
    both.joiner_looks().unwrap();
    let request = both.joiner_asks();
    site.between.replace(Between::Silence);
    let lost = block_on(both.joiner.leave(&both.by_link, request.clone(), NOW));
    assert_eq!((lost, both.joiner.step()), (Err(Trouble::NoConnection), &Step::Asked));
    site.between.replace(Between::Nothing);
    assert_eq!(block_on(both.joiner.leave(&both.by_link, request, NOW)), Ok(Heard::Nothing));
    assert_eq!(both.inviter_looks(), Ok(Heard::Step));
}

#[test]
fn who_comes_second_hears_that_it_was_used() {
    let (site, anna) = (Site::default(), Device::founder(1));
    let mut both = both(&site, &anna);
    both.joiner_looks().unwrap();
    both.joiner_asks();
    let mut second = Joiner::open(&both.joiner.link().text()).unwrap();
    block_on(second.look(&both.by_link, false, NOW)).unwrap();
    let carla = replica::keys::DeviceKeys::generate(&mut rng(70));
    let request = second.name("Carla", &carla, NOW, &mut rng(71)).unwrap();
    assert_eq!(block_on(second.leave(&both.by_link, request, NOW)), Ok(Heard::Step));
    assert_eq!(second.step(), &Step::Over(InviteError::Used));
}

#[test]
fn an_invitation_that_was_refused_is_gone_for_the_joiner_too() {
    let (site, anna) = (Site::default(), Device::founder(1));
    let mut both = both(&site, &anna);
    both.joiner_looks().unwrap();
    both.joiner_asks();
    both.inviter_looks().unwrap();
    both.inviter.refuse();
    block_on(both.inviter.end(&both.to_anna, NOW)).unwrap();
    assert_eq!(both.joiner_looks(), Ok(Heard::Step));
    assert_eq!(both.joiner.step(), &Step::Over(InviteError::Withdrawn));
}
