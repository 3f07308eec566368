//! The words of the columns that take one of few.

/// The channels.
pub(in crate::author::msel) const METHODS: [&str; 14] = [
    "Email",
    "EncryptedEmail",
    "Phone",
    "Chat",
    "Portal",
    "Ticket",
    "Feed",
    "Meeting",
    "NoteVerbale",
    "Letter",
    "Wire",
    "Broadcast",
    "Social",
    "Advisory",
];

pub(in crate::author::msel) const STATUSES: [&str; 4] =
    ["Draft", "Approved", "Deferred", "Obsolete"];

/// The labels as printed, and as the file writes them.
pub(in crate::author::msel) const LABELS: [(&str, &str); 6] = [
    ("TLP:CLEAR", "Clear"),
    ("TLP:GREEN", "Green"),
    ("TLP:AMBER", "Amber"),
    ("TLP:AMBER+STRICT", "AmberStrict"),
    ("TLP:RED", "Red"),
    ("NATIONAL", "National"),
];
