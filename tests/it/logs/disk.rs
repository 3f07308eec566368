//! A disk in memory that fails when told to and forgets what was not synced.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;

use demarche::log::Access;
use demarche::log::Disk;
use demarche::log::DiskFile;
use demarche::log::Found;

use crate::logs::Draws;

/// What a failing operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It does nothing and says so, with this error number.
    Error(i32),
    /// A write takes half of its bytes and says so; another operation fails with "no space".
    Short,
    /// A write takes half of its bytes and then fails.
    Torn(i32),
    /// This operation and all after it find no disk.
    Gone,
}

/// A disk in memory. Clones share it.
#[derive(Clone)]
pub(crate) struct MemoryDisk(Arc<Mutex<State>>);

#[derive(Clone, Default)]
struct State {
    nodes: Vec<Node>,
    names: BTreeMap<PathBuf, usize>,
    dirs: BTreeSet<PathBuf>,
    lasting_names: BTreeMap<PathBuf, usize>,
    /// Changes of names since their folder was synced, in order.
    pending_names: Vec<(PathBuf, Option<usize>)>,
    operations: u64,
    fault: Option<(u64, Fault)>,
}

/// The bytes of a file: as programs see them, as the disk has them, and what happened in between.
#[derive(Clone, Default)]
struct Node {
    seen: Vec<u8>,
    lasting: Vec<u8>,
    pending: Vec<Pending>,
    locked_by: Option<u64>,
}

#[derive(Clone)]
enum Pending {
    Write(u64, Vec<u8>),
    Length(u64),
}

impl Pending {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Length(len) => bytes.resize(usize::try_from(*len).unwrap(), 0),
            Self::Write(at, new) => {
                let at = usize::try_from(*at).unwrap();
                if bytes.len() < at + new.len() {
                    bytes.resize(at + new.len(), 0);
                }
                bytes[at..at + new.len()].copy_from_slice(new);
            }
        }
    }
}

impl MemoryDisk {
    pub(crate) fn new() -> Self {
        Self(Arc::default())
    }

    /// A disk with one file.
    pub(crate) fn with(path: &str, bytes: Vec<u8>) -> Self {
        let disk = Self::new();
        let mut state = disk.state();
        state.nodes.push(Node {
            seen: bytes.clone(),
            lasting: bytes,
            ..Node::default()
        });
        state.names.insert(path.into(), 0);
        state.lasting_names.insert(path.into(), 0);
        drop(state);
        disk
    }

    /// Lets the operation fail before which `after` others succeeded.
    pub(crate) fn fail(&self, after: u64, fault: Fault) {
        self.state().fault = Some((after, fault));
    }

    /// How many operations were tried.
    pub(crate) fn operations(&self) -> u64 {
        self.state().operations
    }

    pub(crate) fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        state
            .names
            .get(path)
            .map(|node| state.nodes[*node].seen.clone())
    }

    /// The processes are gone and the computer went on: everything written is there, synced or not.
    pub(crate) fn after_kill(&self) -> Self {
        let mut state = self.state().clone();
        state.fault = None;
        state
            .nodes
            .iter_mut()
            .for_each(|node| node.locked_by = None);
        Self(Arc::new(Mutex::new(state)))
    }

    /// The power is gone: of what was not synced, any part may be there, in pieces of `sector` bytes.
    pub(crate) fn after_power_loss(&self, sector: usize, draws: &mut Draws) -> Self {
        let mut state = self.after_kill().state().clone();
        for node in &mut state.nodes {
            for pending in std::mem::take(&mut node.pending) {
                pending.lose_some(&mut node.lasting, sector, draws);
            }
            node.seen.clone_from(&node.lasting);
        }
        for (path, node) in std::mem::take(&mut state.pending_names) {
            if draws.coin() {
                set_name(&mut state.lasting_names, path, node);
            }
        }
        state.names = state.lasting_names.clone();
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Counts an operation, which may be the one to fail.
    fn operate(&self) -> io::Result<MutexGuard<'_, State>> {
        let (state, fault) = self.operate_or_fault();
        match fault {
            None => Ok(state),
            Some(Fault::Error(error) | Fault::Torn(error)) => {
                Err(io::Error::from_raw_os_error(error))
            }
            Some(Fault::Short) => Err(io::ErrorKind::StorageFull.into()),
            Some(Fault::Gone) => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    fn operate_or_fault(&self) -> (MutexGuard<'_, State>, Option<Fault>) {
        let mut state = self.state();
        let fault = state.fault.filter(|(after, fault)| {
            *after == state.operations || (*fault == Fault::Gone && *after < state.operations)
        });
        let fault = fault.map(|(_, fault)| fault);
        state.operations += 1;
        (state, fault)
    }
}

impl Pending {
    /// Applies a part of a change that was never synced.
    fn lose_some(&self, bytes: &mut Vec<u8>, sector: usize, draws: &mut Draws) {
        match self {
            Self::Length(_) => {
                if draws.coin() {
                    self.apply(bytes);
                }
            }
            Self::Write(at, new) => {
                // The length may last without the bytes, and then there are zeros.
                let at = usize::try_from(*at).unwrap();
                if draws.coin() && bytes.len() < at + new.len() {
                    bytes.resize(at + new.len(), 0);
                }
                let mut start = 0;
                while start < new.len() {
                    let end = (start + sector - (at + start) % sector).min(new.len());
                    if draws.coin() {
                        Self::Write((at + start) as u64, new[start..end].to_vec()).apply(bytes);
                    }
                    start = end;
                }
            }
        }
    }
}

fn set_name(names: &mut BTreeMap<PathBuf, usize>, path: PathBuf, node: Option<usize>) {
    match node {
        Some(node) => names.insert(path, node),
        None => names.remove(&path),
    };
}

impl State {
    fn name(&mut self, path: &Path, node: Option<usize>) {
        set_name(&mut self.names, path.to_owned(), node);
        self.pending_names.push((path.to_owned(), node));
    }
}

impl Disk for MemoryDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.operate()?.dirs.insert(path.to_owned());
        Ok(())
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.operate()?;
        let node = match state.names.get(path) {
            Some(node) => *node,
            None if access == Access::Create => {
                state.nodes.push(Node::default());
                let node = state.nodes.len() - 1;
                state.name(path, Some(node));
                node
            }
            None => return Err(io::ErrorKind::NotFound.into()),
        };
        let opening = state.operations;
        Ok(Box::new(MemoryFile {
            disk: self.clone(),
            node,
            opening,
        }))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let state = self.operate()?;
        Ok(path == Path::new("/") || state.dirs.contains(path) || state.names.contains_key(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.operate()?;
        let node = *state.names.get(from).ok_or(io::ErrorKind::NotFound)?;
        state.name(to, Some(node));
        state.name(from, None);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.operate()?;
        if !state.names.contains_key(path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        state.name(path, None);
        Ok(())
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        let mut state = self.operate()?;
        for (name, node) in std::mem::take(&mut state.pending_names) {
            if name.parent() == Some(path) {
                set_name(&mut state.lasting_names, name, node);
            } else {
                state.pending_names.push((name, node));
            }
        }
        Ok(())
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Found>> {
        let state = self.operate()?;
        let inside = state
            .names
            .iter()
            .filter(|(path, _)| path.parent() == Some(dir));
        Ok(inside
            .map(|(path, node)| Found {
                path: path.clone(),
                bytes: state.nodes[*node].seen.len() as u64,
                modified: None,
            })
            .collect())
    }

    fn free_space(&self, _dir: &Path) -> io::Result<Option<u64>> {
        self.operate().map(|_| Some(1 << 30))
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    node: usize,
    /// Which opening of the disk's files this is: what holds a lock.
    opening: u64,
}

impl MemoryFile {
    fn change(&self, state: &mut State, pending: Pending) {
        let node = &mut state.nodes[self.node];
        pending.apply(&mut node.seen);
        node.pending.push(pending);
    }
}

impl DiskFile for MemoryFile {
    fn read(&mut self, from: u64, most: u64) -> io::Result<Vec<u8>> {
        let state = self.disk.operate()?;
        let seen = &state.nodes[self.node].seen;
        let from = usize::try_from(from).unwrap().min(seen.len());
        let to = from + usize::try_from(most).unwrap().min(seen.len() - from);
        Ok(seen[from..to].to_vec())
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<usize> {
        let (mut state, fault) = self.disk.operate_or_fault();
        let half = &bytes[..bytes.len() / 2];
        match fault {
            None => self.change(&mut state, Pending::Write(at, bytes.to_vec())),
            Some(Fault::Error(error)) => return Err(io::Error::from_raw_os_error(error)),
            Some(Fault::Short) => {
                self.change(&mut state, Pending::Write(at, half.to_vec()));
                return Ok(half.len());
            }
            Some(Fault::Torn(error)) => {
                self.change(&mut state, Pending::Write(at, half.to_vec()));
                return Err(io::Error::from_raw_os_error(error));
            }
            Some(Fault::Gone) => return Err(io::ErrorKind::NotConnected.into()),
        }
        Ok(bytes.len())
    }

    fn set_len(&mut self, len: u64) -> io::Result<()> {
        let mut state = self.disk.operate()?;
        self.change(&mut state, Pending::Length(len));
        Ok(())
    }

    /// A sync that fails leaves the bytes visible and forgets that they were never written, as real systems do.
    fn sync(&mut self) -> io::Result<()> {
        let (mut state, fault) = self.disk.operate_or_fault();
        if fault == Some(Fault::Gone) {
            return Err(io::ErrorKind::NotConnected.into());
        }
        let node = &mut state.nodes[self.node];
        let pending = std::mem::take(&mut node.pending);
        if let Some(Fault::Error(error) | Fault::Torn(error)) = fault {
            return Err(io::Error::from_raw_os_error(error));
        }
        if fault.is_some() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        for pending in &pending {
            pending.apply(&mut node.lasting);
        }
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        let mut state = self.disk.operate()?;
        let holder = &mut state.nodes[self.node].locked_by;
        Ok(*holder.get_or_insert(self.opening) == self.opening)
    }

    fn lock(&self) -> io::Result<()> {
        assert!(
            self.try_lock()?,
            "waiting for a lock here would be for ever"
        );
        Ok(())
    }

    fn is_still(&self, path: &Path, len: u64) -> io::Result<bool> {
        let state = self.disk.operate()?;
        let here = state.names.get(path) == Some(&self.node);
        Ok(here && state.nodes[self.node].seen.len() as u64 == len)
    }
}

impl Drop for MemoryFile {
    fn drop(&mut self) {
        let mut state = self.disk.state();
        let holder = &mut state.nodes[self.node].locked_by;
        if *holder == Some(self.opening) {
            *holder = None;
        }
    }
}
