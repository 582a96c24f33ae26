//! Certificates by ACME (RFC 8555), as Let's Encrypt gives them: asked for, renewed in time, and proved on the port where the server
//! listens already (TLS-ALPN-01, RFC 8737). An option beside certificates from files.
//!
//! It must not stop the server when it fails: the old certificate serves on, and it is tried again.

mod dates;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use instant_acme::{
    Account, AccountCredentials, AuthorizationStatus, BodyWrapper, BytesResponse, ChallengeType,
    HttpClient, Identifier, NewAccount, NewOrder, OrderStatus, RetryPolicy,
};
use rcgen::{CertificateParams, CustomExtension, KeyPair};
use rustls::ServerConfig;
use rustls::crypto::ring::sign::any_supported_type;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use crate::outward::Outward;

/// Who is asked unless another is named.
pub const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// By which who gives certificates says that it only looks.
const CHALLENGE: &[u8] = b"acme-tls/1";

/// How often it is looked whether a new certificate is due, and how long to wait after a failure.
const LOOK: Duration = Duration::from_secs(12 * 3_600);
const AGAIN: Duration = Duration::from_secs(3_600);

/// Which certificate, from whom.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The names of this server.
    pub domains: Vec<String>,
    /// Where who gives certificates may write to.
    pub contact: Option<String>,
    /// Where account, key and certificate are kept. Nobody else may read it.
    pub folder: PathBuf,
    pub directory: String,
    /// For how long an answer is waited for.
    pub patience: Duration,
}

type Problem = Box<dyn std::error::Error + Send + Sync>;

/// The certificate that serves now, and those that prove a name.
#[derive(Debug, Default)]
struct Shown {
    now: RwLock<Option<Arc<CertifiedKey>>>,
    proofs: Mutex<BTreeMap<String, Arc<CertifiedKey>>>,
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // Who only looks offers nothing else.
        let looks = hello.alpn().is_some_and(|mut offered| {
            offered.next() == Some(CHALLENGE) && offered.next().is_none()
        });
        if looks {
            let proofs = self.proofs.lock().unwrap_or_else(PoisonError::into_inner);
            return proofs.get(hello.server_name()?).cloned();
        }
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// See the module's header.
pub struct Acme {
    settings: Settings,
    shown: Arc<Shown>,
    now: Box<dyn Fn() -> u64 + Send + Sync>,
}

impl Acme {
    /// With what is in the folder already. `now` in seconds since 1970.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn open(
        settings: Settings,
        now: impl Fn() -> u64 + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let mut folder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.recursive(true).create(&settings.folder)?;
        let acme = Self { settings, shown: Arc::default(), now: Box::new(now) };
        if let Some(kept) = acme.kept() {
            acme.show(kept);
        }
        Ok(acme)
    }

    /// How TLS is spoken with it.
    pub fn config(&self) -> Arc<ServerConfig> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ServerConfig::builder_with_provider(provider);
        // ok: the versions that are built in are always there
        #[allow(clippy::expect_used)]
        let versions = versions.with_safe_default_protocol_versions().expect("TLS 1.2 and 1.3");
        let shown = Arc::clone(&self.shown);
        let mut config = versions.with_no_client_auth().with_cert_resolver(shown);
        config.alpn_protocols = vec![b"http/1.1".to_vec(), CHALLENGE.to_vec()];
        Arc::new(config)
    }

    /// Asks for a certificate whenever one is due, for ever.
    pub async fn keep_fresh(&self) {
        loop {
            let wait = match self.renew_when_due().await {
                Ok(_) => LOOK,
                Err(problem) => {
                    tracing::warn!(problem = %problem, "there is no new certificate; trying again");
                    AGAIN
                }
            };
            tokio::time::sleep(wait).await;
        }
    }

    /// Asks for a certificate if there is none, if it is for other names, or when two thirds of its time are over. Answers
    /// whether there is a new one.
    ///
    /// # Errors
    /// What went wrong, for the log.
    pub async fn renew_when_due(&self) -> Result<bool, Problem> {
        if self.until_due().is_some_and(|seconds| seconds > 0) {
            return Ok(false);
        }
        let (chain, key) = self.order().await?;
        // Read back before anything is written over.
        let certified = certified(&chain, &key).ok_or("the certificate cannot be used")?;
        let together = format!("{}\n{key}\n{chain}", self.names());
        write(&self.file("certificate.pem"), together.as_bytes())?;
        self.show(certified);
        tracing::info!("there is a new certificate");
        Ok(true)
    }

    /// How many seconds until a new certificate is due; `None` when there is none.
    pub fn until_due(&self) -> Option<u64> {
        let shown = self.shown.now.read().unwrap_or_else(PoisonError::into_inner);
        let (from, until) = dates::validity(shown.as_ref()?.cert.first()?)?;
        let due = from + until.saturating_sub(from) / 3 * 2;
        Some(due.saturating_sub((self.now)()))
    }

    fn show(&self, certified: CertifiedKey) {
        let mut shown = self.shown.now.write().unwrap_or_else(PoisonError::into_inner);
        *shown = Some(Arc::new(certified));
    }

    /// The first line of what is kept: for which names it was asked.
    fn names(&self) -> String {
        format!("# {}", self.settings.domains.join(" "))
    }

    /// What is in the folder, if it is for these names.
    fn kept(&self) -> Option<CertifiedKey> {
        let text = std::fs::read_to_string(self.file("certificate.pem")).ok()?;
        let text = text.strip_prefix(&self.names())?.strip_prefix('\n')?;
        certified(text, text)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.settings.folder.join(name)
    }

    async fn account(&self) -> Result<Account, Problem> {
        let builder = Account::builder_with_http(Box::new(Client(Outward::new())));
        let file = self.file("account.json");
        if let Ok(kept) = std::fs::read(&file) {
            let credentials: AccountCredentials = serde_json::from_slice(&kept)?;
            return Ok(builder.from_credentials(credentials).await?);
        }
        let contact = self.settings.contact.as_ref().map(|mail| format!("mailto:{mail}"));
        let contact: Vec<_> = contact.iter().map(String::as_str).collect();
        let new = NewAccount {
            contact: &contact,
            terms_of_service_agreed: true,
            only_return_existing: false,
        };
        let directory = self.settings.directory.clone();
        let (account, credentials) = builder.create(&new, directory, None).await?;
        write(&file, &serde_json::to_vec(&credentials)?)?;
        Ok(account)
    }

    /// The chain and the key of a new certificate, in PEM.
    async fn order(&self) -> Result<(String, String), Problem> {
        let names: Vec<_> =
            self.settings.domains.iter().map(|name| Identifier::Dns(name.clone())).collect();
        let mut order = self.account().await?.new_order(&NewOrder::new(&names)).await?;
        let retries = RetryPolicy::default().timeout(self.settings.patience);
        let proved = self.prove(&mut order).await;
        let status = match proved {
            Ok(()) => order.poll_ready(&retries).await.map_err(Problem::from),
            Err(problem) => Err(problem),
        };
        self.proofs(|proofs| proofs.clear());
        if status? != OrderStatus::Ready {
            return Err("the names were not proved".into());
        }
        let key = order.finalize().await?;
        Ok((order.poll_certificate(&retries).await?, key))
    }

    async fn prove(&self, order: &mut instant_acme::Order) -> Result<(), Problem> {
        let mut authorizations = order.authorizations();
        while let Some(authorization) = authorizations.next().await {
            let mut authorization = authorization?;
            if authorization.status == AuthorizationStatus::Valid {
                continue;
            }
            let challenge = authorization.challenge(ChallengeType::TlsAlpn01);
            let mut challenge = challenge.ok_or("it does not look at TLS")?;
            let name = challenge.identifier().to_string();
            let proof = proof(&name, challenge.key_authorization().digest().as_ref())?;
            self.proofs(|proofs| drop(proofs.insert(name, Arc::new(proof))));
            challenge.set_ready().await?;
        }
        Ok(())
    }

    fn proofs(&self, change: impl FnOnce(&mut BTreeMap<String, Arc<CertifiedKey>>)) {
        change(&mut self.shown.proofs.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// A certificate of our own making, that proves a name to who looks.
fn proof(name: &str, digest: &[u8]) -> Result<CertifiedKey, Problem> {
    let mut params = CertificateParams::new([name.to_owned()])?;
    params.custom_extensions = vec![CustomExtension::new_acme_identifier(digest)];
    let key = KeyPair::generate()?;
    let made = params.self_signed(&key)?;
    let key = PrivateKeyDer::from_pem_slice(key.serialize_pem().as_bytes())?;
    Ok(CertifiedKey::new(vec![made.der().clone()], any_supported_type(&key)?))
}

/// A certificate with its key, if they belong together.
fn certified(chain: &str, key: &str) -> Option<CertifiedKey> {
    let chain: Vec<_> =
        CertificateDer::pem_slice_iter(chain.as_bytes()).collect::<Result<_, _>>().ok()?;
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).ok()?;
    let certified = CertifiedKey::new(chain, any_supported_type(&key).ok()?);
    (!certified.cert.is_empty() && certified.keys_match().is_ok()).then_some(certified)
}

/// Writes a file that nobody else may read, whole or not at all.
fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = file.with_extension("half");
    let mut options = std::fs::File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(&half)?;
    io::Write::write_all(&mut open, bytes)?;
    open.sync_all()?;
    std::fs::rename(half, file)
}

/// The library's questions, asked by our own door.
struct Client(Outward);

impl HttpClient for Client {
    fn request(
        &self,
        request: Request<BodyWrapper<Bytes>>,
    ) -> Pin<Box<dyn Future<Output = Result<BytesResponse, instant_acme::Error>> + Send>> {
        let outward = self.0.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let address = parts.uri.clone();
            let request = Request::from_parts(parts, Body::new(body));
            let answered = outward.ask(&address, request).await;
            let (parts, body) =
                answered.map_err(|problem| instant_acme::Error::Other(Box::new(problem)))?;
            Ok(BytesResponse { parts, body: Box::new(body) })
        })
    }
}
