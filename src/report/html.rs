//! One self-contained page: no scripts, nothing fetched, every text escaped.

use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::Value;
use minijinja::context;
use minijinja::value::Kwargs;
use minijinja::value::ValueKind;
use serde::Serialize;

use crate::model::family::Family;
use crate::report::debrief::ChartGroup;
use crate::report::debrief::Debrief;
use crate::report::svg;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::glossary;

const PAGE: &str = include_str!("html/page.html");
const STYLE: &str = include_str!("html/style.css");

/// The parts of the page that are drawn, by what they show.
#[derive(Serialize)]
struct Drawn {
    title: SafeText,
    charts: Vec<DrawnChart>,
}

#[derive(Serialize)]
struct DrawnChart {
    /// The chart's place in the debrief's list.
    place: usize,
    svg: Value,
}

/// The after-action report of a debrief as a page. The same debrief gives the same bytes.
///
/// # Panics
/// Never: the template is part of this program.
pub fn html(debrief: &Debrief, words: &Words) -> String {
    // A thread-safe environment wants what its functions own to live on; the catalogue is made anew in the same language.
    let spoken = Words::new(words.language());
    let mut page = Environment::new();
    page.set_auto_escape_callback(|_| AutoEscape::Html);
    page.set_trim_blocks(true);
    page.set_lstrip_blocks(true);
    page.add_function("t", move |key: &str, named: Kwargs| {
        say(&spoken, key, &named)
    });
    page.add_filter("paragraphs", paragraphs);
    page.add_filter("percent", |per_mille: u32| per_mille.div_ceil(10));
    let context = context! {
        style => Value::from_safe_string(STYLE.to_owned()),
        language => words.language(),
        timeline => Value::from_safe_string(svg::timeline(debrief, words)),
        signs => signs(words),
        groups => groups(debrief, words),
        labels => labels(words),
        ..Value::from_serialize(debrief)
    };
    page.render_str(PAGE, context)
        .expect("the template is part of this program and is rendered by its tests")
}

/// A message of the catalogue, its places filled from named arguments.
pub(super) fn say(words: &Words, key: &str, named: &Kwargs) -> Result<String, minijinja::Error> {
    let mut args = Vec::new();
    for name in named.args() {
        let value: Value = named.get(name)?;
        let arg = match i64::try_from(value.clone()) {
            Ok(number) if value.kind() == ValueKind::Number => Arg::Number(number),
            _ => Arg::from(value.to_string()),
        };
        args.push((name, arg));
    }
    Ok(words.fill(key, &args).into_string())
}

/// A block of text as its paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The signs of the families with their names, for the timeline's legend.
fn signs(words: &Words) -> Vec<(Value, SafeText)> {
    let name = |family| match family {
        Family::Share => "family-share",
        Family::Condemn => "family-condemn",
        Family::Escalate => "family-escalate",
        Family::Contain => "family-contain",
        Family::Hold => "family-hold",
    };
    let signs = Family::ALL.into_iter().enumerate().map(|(place, family)| {
        let name = words.say(name(family));
        let drawn = svg::sign(family, &name, &format!("sign-{place}"));
        (Value::from_safe_string(drawn), name)
    });
    signs.collect()
}

/// The charts by what they show, in the order of the debrief.
fn groups(debrief: &Debrief, words: &Words) -> Vec<Drawn> {
    let groups = [
        (ChartGroup::Situation, "report-charts-situation"),
        (ChartGroup::Spread, "report-charts-spread"),
        (ChartGroup::People, "report-charts-people"),
        (ChartGroup::TrustIn, "report-charts-trust-in"),
        (ChartGroup::TrustOut, "report-charts-trust-out"),
    ];
    let drawn = groups.into_iter().map(|(group, title)| Drawn {
        title: words.say(title),
        charts: debrief
            .charts
            .iter()
            .enumerate()
            .filter(|(_, chart)| chart.group == group)
            .map(|(place, chart)| DrawnChart {
                place,
                svg: Value::from_safe_string(svg::chart(chart, &format!("chart-{place}"))),
            })
            .collect(),
    });
    drawn.filter(|drawn| !drawn.charts.is_empty()).collect()
}

/// The labels of TLP 2.0 with what they allow, widest first.
fn labels(words: &Words) -> Vec<(SafeText, SafeText)> {
    [
        "tlp-clear",
        "tlp-green",
        "tlp-amber",
        "tlp-amber-strict",
        "tlp-red",
    ]
    .into_iter()
    .filter_map(|id| glossary::lookup(words, id))
    .map(|entry| (entry.term, entry.text))
    .collect()
}
