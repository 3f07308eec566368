//! Styles by meaning. Colour is never the only carrier: every role also has a glyph or a word where it is used.

use ratatui::style::Color;
use ratatui::style::Modifier;
use ratatui::style::Style;

use crate::model::family::Family;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

/// The themes there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    #[default]
    Dark,
    Light,
    /// The strongest contrast there is, for low vision and projectors.
    Contrast,
    /// No colours of ours at all: weight and reversal only.
    Mono,
}

impl ThemeName {
    /// Every theme, in the order of the settings.
    pub const ALL: [ThemeName; 4] = [
        ThemeName::Dark,
        ThemeName::Light,
        ThemeName::Contrast,
        ThemeName::Mono,
    ];

    /// The word of the command line and the settings file.
    pub fn word(self) -> &'static str {
        match self {
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::Contrast => "contrast",
            ThemeName::Mono => "mono",
        }
    }

    /// The theme of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }
}

/// How many colours the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    #[default]
    True,
    /// The 256 of xterm.
    Indexed,
}

/// The style of each role.
#[derive(Clone, Debug)]
pub struct Theme {
    pub name: ThemeName,
    /// The frame is turned into ASCII before it reaches the terminal.
    pub ascii: bool,
    pub base: Style,
    /// Secondary text: still easy to read.
    pub dim: Style,
    pub strong: Style,
    /// What leads the eye: the focused part, the key to press.
    pub accent: Style,
    pub rule: Style,
    /// The selected row of the focused list.
    pub selected: Style,
    /// The selected row of a list without focus.
    pub marked: Style,
    pub good: Style,
    pub bad: Style,
    pub warn: Style,
    /// The EXERCISE marking.
    pub exercise: Style,
    pub banner: Style,
    /// The surface of a dialog.
    pub dialog: Style,
    tlp: [Style; 5],
    national: Style,
    family: [Style; 5],
}

/// The raw colours of one theme.
struct Palette {
    ground: u32,
    raised: u32,
    quiet: u32,
    text: u32,
    dim: u32,
    strong: u32,
    accent: u32,
    rule: u32,
    good: u32,
    bad: u32,
    warn: u32,
    share: u32,
    condemn: u32,
    escalate: u32,
    contain: u32,
    hold: u32,
}

const DARK: Palette = Palette {
    ground: 0x0010_151c,
    raised: 0x001e_2e3e,
    quiet: 0x001a_222c,
    text: 0x00d3_dae3,
    dim: 0x008a_97a6,
    strong: 0x00f4_f7fa,
    accent: 0x006f_c3df,
    rule: 0x0036_4352,
    good: 0x0086_c98f,
    bad: 0x00f0_8a80,
    warn: 0x00e6_b95c,
    share: 0x0074_c7b8,
    condemn: 0x00e0_9ad0,
    escalate: 0x00f0_a070,
    contain: 0x008f_b4f0,
    hold: 0x00a9_b4c0,
};

const LIGHT: Palette = Palette {
    ground: 0x00fa_f9f5,
    raised: 0x00cf_e3ee,
    quiet: 0x00ec_ebe4,
    text: 0x0027_2e36,
    dim: 0x0052_5c68,
    strong: 0x000b_0f14,
    accent: 0x0005_5a80,
    rule: 0x00bd_c3c9,
    good: 0x001d_6a34,
    bad: 0x00a3_2420,
    warn: 0x0078_4c00,
    share: 0x000a_6459,
    condemn: 0x0085_2c75,
    escalate: 0x0098_3f0c,
    contain: 0x0027_4f9c,
    hold: 0x004e_5863,
};

const CONTRAST: Palette = Palette {
    ground: 0x0000_0000,
    raised: 0x0000_2c58,
    quiet: 0x001c_1c1c,
    text: 0x00ff_ffff,
    dim: 0x00d8_d8d8,
    strong: 0x00ff_ffff,
    accent: 0x00ff_e600,
    rule: 0x00a8_a8a8,
    good: 0x0066_ff66,
    bad: 0x00ff_b0b0,
    warn: 0x00ff_c800,
    share: 0x0060_ffe0,
    condemn: 0x00ff_b8ff,
    escalate: 0x00ff_b060,
    contain: 0x00a0_c8ff,
    hold: 0x00e0_e0e0,
};

impl Theme {
    /// A theme for a terminal of that many colours.
    pub fn new(name: ThemeName, depth: Depth, ascii: bool) -> Self {
        match name {
            ThemeName::Dark => Self::coloured(name, &DARK, depth, ascii),
            ThemeName::Light => Self::coloured(name, &LIGHT, depth, ascii),
            ThemeName::Contrast => Self::coloured(name, &CONTRAST, depth, ascii),
            ThemeName::Mono => Self::mono(ascii),
        }
    }

    fn coloured(name: ThemeName, palette: &Palette, depth: Depth, ascii: bool) -> Self {
        let paint = |rgb: u32| match depth {
            Depth::True => Color::from_u32(rgb),
            Depth::Indexed => Color::Indexed(nearest(rgb)),
        };
        let ink = |rgb: u32| Style::new().fg(paint(rgb));
        let base = ink(palette.text).bg(paint(palette.ground));
        // FIRST's own colour codes: on black, whatever the theme.
        let tlp = [
            0x00ff_ffff,
            0x0033_ff00,
            0x00ff_c000,
            0x00ff_c000,
            0x00ff_2b2b,
        ]
        .map(|rgb| ink(rgb).bg(paint(0)));
        let raised = Style::new()
            .bg(paint(palette.raised))
            .fg(paint(palette.strong));
        Self {
            name,
            ascii,
            base,
            dim: ink(palette.dim),
            strong: ink(palette.strong).add_modifier(Modifier::BOLD),
            accent: ink(palette.accent).add_modifier(Modifier::BOLD),
            rule: ink(palette.rule),
            selected: raised,
            marked: Style::new().bg(paint(palette.quiet)),
            good: ink(palette.good),
            bad: ink(palette.bad),
            warn: ink(palette.warn),
            exercise: Style::new()
                .fg(paint(palette.ground))
                .bg(paint(palette.warn))
                .add_modifier(Modifier::BOLD),
            banner: Style::new()
                .fg(paint(palette.ground))
                .bg(paint(palette.accent))
                .add_modifier(Modifier::BOLD),
            dialog: base.bg(paint(palette.quiet)),
            tlp,
            national: ink(0x00e0_c8ff).bg(paint(0)),
            family: [
                palette.share,
                palette.condemn,
                palette.escalate,
                palette.contain,
                palette.hold,
            ]
            .map(ink),
        }
    }

    fn mono(ascii: bool) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        Self {
            name: ThemeName::Mono,
            ascii,
            base: plain,
            dim: plain,
            strong: bold,
            accent: bold,
            rule: plain.add_modifier(Modifier::DIM),
            selected: reversed,
            marked: plain.add_modifier(Modifier::UNDERLINED),
            good: plain,
            bad: bold,
            warn: bold,
            exercise: reversed.add_modifier(Modifier::BOLD),
            banner: reversed.add_modifier(Modifier::BOLD),
            dialog: plain,
            tlp: [bold; 5],
            national: bold,
            family: [bold; 5],
        }
    }

    /// A TLP label's style, in FIRST's colours.
    pub fn tlp(&self, tlp: Tlp) -> Style {
        let place = Tlp::ALL.iter().position(|label| *label == tlp);
        self.tlp[place.unwrap_or(0)]
    }

    /// The style of what a piece of information is marked with.
    pub fn marking(&self, marking: Marking) -> Style {
        match marking {
            Marking::Tlp(tlp) => self.tlp(tlp),
            Marking::National => self.national,
        }
    }

    /// A family's style; its glyph and word stand beside it.
    pub fn family(&self, family: Family) -> Style {
        let place = Family::ALL.iter().position(|one| *one == family);
        self.family[place.unwrap_or(0)]
    }

    /// The style of a change for the better, for the worse, or neither.
    pub fn change(&self, better: Option<bool>) -> Style {
        match better {
            Some(true) => self.good,
            Some(false) => self.bad,
            None => self.dim,
        }
    }

    /// The pairs of foreground and background that text is read in, for the contrast test; none in mono.
    pub fn readable(&self) -> Vec<(Style, Style)> {
        let mut pairs: Vec<(Style, Style)> = [
            self.base,
            self.dim,
            self.strong,
            self.accent,
            self.good,
            self.bad,
            self.warn,
        ]
        .into_iter()
        .chain(self.family)
        .flat_map(|ink| [self.base, self.selected, self.marked, self.dialog].map(|on| (ink, on)))
        .collect();
        pairs.push((self.exercise, self.exercise));
        pairs.push((self.banner, self.banner));
        pairs.extend(self.tlp.iter().map(|style| (*style, *style)));
        pairs
    }
}

/// The nearest of the 256 colours of xterm, of its cube or its greys.
fn nearest(rgb: u32) -> u8 {
    const STEPS: [i32; 6] = [0, 95, 135, 175, 215, 255];
    let [_, red, green, blue] = rgb.to_be_bytes().map(i32::from);
    let step = |value: i32| {
        (0..6_u8)
            .min_by_key(|place| (STEPS[usize::from(*place)] - value).abs())
            .unwrap_or(0)
    };
    let (r, g, b) = (step(red), step(green), step(blue));
    let distance =
        |cr: i32, cg: i32, cb: i32| (cr - red).pow(2) + (cg - green).pow(2) + (cb - blue).pow(2);
    let cube = distance(
        STEPS[usize::from(r)],
        STEPS[usize::from(g)],
        STEPS[usize::from(b)],
    );
    let grey = (0..24_u8)
        .min_by_key(|place| {
            let value = 8 + 10 * i32::from(*place);
            distance(value, value, value)
        })
        .unwrap_or(0);
    let value = 8 + 10 * i32::from(grey);
    if distance(value, value, value) < cube {
        232 + grey
    } else {
        16 + 36 * r + 6 * g + b
    }
}
