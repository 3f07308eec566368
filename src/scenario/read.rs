//! A node of the tree into a value of ours, through serde: every mistake in it is told, each at its own place.
//!
//! Reading does what `ron` does with the same text (a test compares the two), with the tree's ranges at
//! hand. A mistake leaves out the smallest thing around it that can be left out, a field or a list's
//! element, and reading begins again without it; so one row tells all its mistakes, not the first.

mod de;
mod literal;
mod spanned;
mod variant;
mod wrong;

pub(super) use crate::scenario::read::literal::out_of_range;
pub(super) use crate::scenario::read::spanned::Spanned;
pub(super) use crate::scenario::read::wrong::found_key;

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::scenario::read::de::Value;
use crate::scenario::read::wrong::Wrong;
use crate::scenario::tree::Node;
use crate::scenario::tree::TextRange;

/// As many mistakes as one row is read again for.
const MOST_TRIES: usize = 60;

/// Reads a node, telling every mistake in it. What comes back lacks the optional parts that had one;
/// `None` if something needed could not be read.
pub(super) fn read<T: DeserializeOwned>(
    node: Node<'_>,
    file: FileId,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let context = Context::new(file);
    let mut value = None;
    for _ in 0..MOST_TRIES {
        match T::deserialize(Value {
            node,
            context: &context,
        }) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(Wrong::Again) => {}
            Err(_) => break,
        }
    }
    found.append(&mut context.found.into_inner());
    value
}

/// What is known while one node is read: which parts are left out, and what has been told.
struct Context {
    file: FileId,
    left_out: RefCell<BTreeSet<u32>>,
    told: RefCell<BTreeSet<(u32, Code)>>,
    found: RefCell<Vec<Diagnostic>>,
}

impl Context {
    fn new(file: FileId) -> Self {
        Self {
            file,
            left_out: RefCell::default(),
            told: RefCell::default(),
            found: RefCell::default(),
        }
    }

    fn span(&self, range: TextRange) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    fn leave_out(&self, node: Node<'_>) {
        self.left_out.borrow_mut().insert(node.id());
    }

    fn is_left_out(&self, node: Node<'_>) -> bool {
        self.left_out.borrow().contains(&node.id())
    }

    /// Whether a field has been told to be unknown.
    fn is_unknown(&self, field: Node<'_>) -> bool {
        self.told
            .borrow()
            .contains(&(field.id(), Code::UnknownField))
    }

    /// Tells a mistake of a node, once however often the node is read.
    fn tell(&self, node: Node<'_>, diagnostic: Diagnostic) -> Wrong {
        if self.told.borrow_mut().insert((node.id(), diagnostic.code)) {
            self.found.borrow_mut().push(diagnostic);
        }
        Wrong::Told
    }
}
