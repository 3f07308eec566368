//! Bytes under a passphrase, in the age format, so that other programs can open them too.

use std::io::Read;
use std::io::Write;
use std::iter;

use age::Decryptor;
use age::Encryptor;
use age::scrypt;
use age::secrecy::SecretString;

/// How much work a guess at a passphrase is: 2 to this power, 64 MiB of memory.
const WORK: u8 = 16;
/// The most work that a file may ask of whoever opens it.
const MOST_WORK: u8 = 18;

/// The passphrase does not open it, or it was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongPassphrase;

/// Seals bytes.
pub(super) fn seal(bytes: &[u8], passphrase: &str) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .expect("there is one recipient");
    let sealed = (|| {
        let mut writer = encryptor.wrap_output(Vec::new())?;
        writer.write_all(bytes)?;
        writer.finish()
    })();
    sealed.expect("bytes in memory can be sealed in memory")
}

/// Opens what was sealed, up to so many bytes.
pub(super) fn open(sealed: &[u8], passphrase: &str, most: u64) -> Result<Vec<u8>, WrongPassphrase> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| WrongPassphrase)?;
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor.decrypt(iter::once(&identity as &dyn age::Identity));
    let mut bytes = Vec::new();
    let reader = reader.map_err(|_| WrongPassphrase)?;
    reader
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|_| WrongPassphrase)?;
    Ok(bytes)
}
