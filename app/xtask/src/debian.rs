//! What tests need from the system's packages: installed when that needs no question, else said how. Nothing else is touched.

use anyhow::{Result, bail};

use crate::run;

/// Installs packages; `missing` is said when that cannot be done without asking.
pub(crate) fn install(what: &str, packages: &[&str], missing: &'static str) -> Result<()> {
    let Some(sudo) = may_install() else { bail!(missing) };
    run::say(&format!(
        "• {what} is not on this machine: installing it from the system's packages (a minute or two)"
    ));
    let update: &[&str] = &["update"];
    let install: &[&str] = &["install", "--yes", "--no-install-recommends"];
    for (arguments, packages) in [(update, &[][..]), (install, packages)] {
        let mut apt = run::command(if sudo { "sudo" } else { "apt-get" });
        if sudo {
            apt.args(["--non-interactive", "apt-get"]);
        }
        apt.args(arguments).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
        run::must(&format!("apt-{}", arguments[0]), apt)?;
    }
    Ok(())
}

/// Whether packages can be installed without a question, and whether that takes `sudo`.
fn may_install() -> Option<bool> {
    run::answer("apt-get", &["--version"])?;
    if run::answer("id", &["-u"])? == "0" {
        return Some(false);
    }
    run::answer("sudo", &["--non-interactive", "true"]).map(|_| true)
}
