//! A PostgreSQL of this test program alone, in a temporary folder on a loopback port. It ends with the program, and its folder with it.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::Folder;

struct Server {
    port: u16,
    _keeper: Child,
}

/// What is in a static is never dropped, so somebody else tidies up: a shell whose input ends when this program does, however
/// that came. Then it ends the server and removes the folder.
const KEEPER: &str = r#"folder=$1; shift; "$@" & read -r _; kill -QUIT $!; wait; rm -rf "$folder""#;

static SERVER: OnceLock<Option<Server>> = OnceLock::new();

/// A new empty database; `None`, with a word about it, where PostgreSQL is not installed.
pub(crate) fn database(name: &str) -> Option<String> {
    // On threads of their own: the client must not wait inside a test's runtime.
    let started = || std::thread::spawn(start).join().unwrap();
    let server = SERVER.get_or_init(started).as_ref();
    let Some(server) = server else {
        assert!(
            std::env::var_os("POSTGRES").is_none(),
            "POSTGRES is set and there is no PostgreSQL"
        );
        eprintln!(
            "PostgreSQL is not installed: only SQLite was tested. `apt-get install postgresql`"
        );
        return None;
    };
    let url = |name: &str| format!("postgres://postgres@127.0.0.1:{}/{name}", server.port);
    let (admin, make) = (url("postgres"), format!("CREATE DATABASE {name}"));
    let made = std::thread::spawn(move || {
        postgres::Client::connect(&admin, postgres::NoTls).unwrap().batch_execute(&make).unwrap();
    });
    made.join().unwrap();
    Some(url(name))
}

/// A program of PostgreSQL, where Debian puts it or in the path.
fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut folders: Vec<_> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    folders.into_iter().map(|folder| folder.join(program)).find(|file| file.exists())
}

/// PostgreSQL does not run as root: then it runs as its own user.
fn command(program: &PathBuf) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| {
        use std::os::unix::fs::MetadataExt;
        own.uid() == 0
    });
    if root {
        let mut command = Command::new("setpriv");
        command.args([
            "--reuid=postgres",
            "--regid=postgres",
            "--clear-groups",
            "--pdeathsig=KILL",
        ]);
        command.arg(program);
        command
    } else {
        let mut command = Command::new("setpriv");
        command.arg("--pdeathsig=KILL").arg(program);
        command
    }
}

fn start() -> Option<Server> {
    let (initdb, postgres) = (find("initdb")?, find("postgres")?);
    let folder = Folder::new();
    let data = folder.file("data");
    let owned = Command::new("chown").arg("postgres").arg(&folder.0).output();
    drop(owned);
    let made = command(&initdb)
        .args(["--no-sync", "--auth=trust", "--username=postgres", "-D"])
        .arg(&data)
        .output()
        .unwrap();
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut server = command(&postgres);
    server.arg("-D").arg(&data).args(["-h", "127.0.0.1", "-k", "", "-p", &port.to_string()]);
    // Every store has its own connections, and as many tests run at once as there are cores.
    server.args(["-c", "max_connections=400"]);
    let keeper = Command::new("sh")
        .args(["-c", KEEPER, "keeper"])
        .arg(&folder.0)
        .arg(server.get_program())
        .args(server.get_args())
        // Ctrl-C ends this program; the keeper then still has work to do.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
    while postgres::Client::connect(&url, postgres::NoTls).is_err() {
        assert!(Instant::now() < until, "PostgreSQL does not start");
        std::thread::yield_now();
    }
    std::mem::forget(folder);
    Some(Server { port, _keeper: keeper })
}
