//! Records whose figures agree with each other and with the record of the year before, drawn at random.
//!
//! Only what the form requires holds; everything else is left to chance.

use nianbao::record::{Block, Contact};
use nianbao::record::{Evidence, Figures, Kind, Node, Reading, Record, SCHEMA, Section, Source, Status};
use nianbao::template::{self, Along, RowKind, Template};
use nianbao::text::quantity::Amount;
use std::collections::BTreeMap;

/// A sequence of numbers that is the same in every run.
pub struct Draw(pub u64);

impl Draw {
    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// The figures of a report, by path.
pub type Values = BTreeMap<String, u64>;

/// Sound figures of an edition, which continue those of the year before, if there is one.
pub fn values(template: &'static Template, last: Option<&Values>, draw: &mut Draw) -> Values {
    let mut values: Values = template.figures().into_iter().map(|figure| (figure.path, draw.below(30))).collect();
    total(template, &mut values);
    if template.id != "2014" {
        requests(template, last, &mut values, draw);
    }
    bounded(last, &mut values, draw);
    values
}

/// Puts every total of one term on the right: first those whose terms are no totals themselves.
fn total(template: &'static Template, values: &mut Values) {
    for _ in 0..3 {
        for table in template.tables {
            for instance in table.blocks.iter().flat_map(|block| nianbao::check::balance::instances(table, block)) {
                if let [right] = &instance.right[..] {
                    let sum = instance.left.iter().filter_map(|path| values.get(path)).sum();
                    values.insert(right.clone(), sum);
                }
            }
        }
    }
    values.retain(|path, _| template::figure(template.id, path).is_some());
}

/// The balance of the requests table, in each column, then the totals of its rows.
fn requests(template: &'static Template, last: Option<&Values>, values: &mut Values, draw: &mut Draw) {
    let table =
        template.tables.iter().find(|table| table.role == template::Role::Requests).expect("the edition has one");
    let block = &table.blocks[0];
    let path = |row: &str, column: &str| format!("requests.{row}.{column}");
    for column in block.columns.iter().filter(|column| column.key != "total") {
        let at = |row: &str| path(row, column.key);
        let inherited = last.and_then(|last| last.get(&at("carried_out"))).copied();
        let carried_in = inherited.unwrap_or_else(|| draw.below(4));
        // What came in last year is closed or carried on.
        let carried_out = values[&at("carried_out")].max(carried_in.saturating_sub(values[&at("outcome.total")]));
        values.insert(at("carried_in"), carried_in);
        values.insert(at("carried_out"), carried_out);
        values.insert(at("new"), values[&at("outcome.total")] + carried_out - carried_in);
    }
    for row in block.rows.iter().filter(|row| row.kind == RowKind::Figures) {
        let relation = block.relations.iter().find(|relation| relation.along == Along::Row).expect("rows have totals");
        let sum = relation.left.iter().map(|column| values[&path(row.key, column)]).sum();
        values.insert(path(row.key, "total"), sum);
    }
}

/// What is part of something is not more than it; what is in force continues last year's.
fn bounded(last: Option<&Values>, values: &mut Values, draw: &mut Draw) {
    for row in ["disclosure.regulations", "disclosure.normative_documents"] {
        let at = |column: &str| format!("{row}.{column}");
        if let Some(&issued) = values.get(&at("issued")) {
            let before =
                last.and_then(|last| last.get(&at("in_force"))).copied().unwrap_or_else(|| 40 + draw.below(60));
            let repealed = values[&at("repealed")].min(before);
            values.insert(at("repealed"), repealed);
            values.insert(at("in_force"), before + issued - repealed);
        }
        if let Some(&disclosed) = values.get(&at("newly_disclosed")) {
            values.insert(at("total_disclosed"), disclosed + draw.below(50));
        }
    }
    for row in ["licences", "other_services", "penalties", "coercive_measures", "fees"] {
        let at = |column: &str| format!("disclosure.{row}.{column}");
        let before = last.and_then(|last| Some(last.get(&at("prior_items"))? + last.get(&at("change"))?));
        if let (Some(before), true) = (before, values.contains_key(&at("prior_items"))) {
            values.insert(at("prior_items"), before);
        }
        if let Some(&decisions) = values.get(&at("decisions"))
            && values.get(&at("prior_items")).zip(values.get(&at("change"))).is_some_and(|(a, b)| a + b == decisions)
        {
            values.insert(at("decisions"), decisions + 1);
        }
    }
    statistics(values, draw);
}

/// The subsets of the statistics form.
fn statistics(values: &mut Values, draw: &mut Draw) {
    let at = |key: &str| format!("statistics.{key}");
    if !values.contains_key(&at("disclosed.items")) {
        return;
    }
    for kind in ["press_conferences", "online_interviews"] {
        let all = values[&at(&format!("response.{kind}.total"))];
        values.insert(at(&format!("response.{kind}.by_leaders")), draw.below(all + 1));
    }
    let channels: u64 =
        values.iter().filter(|(path, _)| path.starts_with("statistics.disclosed.channels.")).map(|(_, v)| v).sum();
    let items = draw.below(channels + 1);
    let documents = draw.below(items + 1);
    values.insert(at("disclosed.items"), items);
    values.insert(at("disclosed.normative_documents"), documents);
    values.insert(at("disclosed.normative_documents_issued"), documents + draw.below(3));
}

/// A record that prints these figures, in an edition's sections.
pub fn record(template: &'static Template, agency: &str, year: i16, values: &Values, texts: [&str; 2]) -> Record {
    let evidence = values.iter().map(|(path, value)| (path.clone().into(), printed(template, path, *value))).collect();
    Record {
        schema: SCHEMA,
        source: Source { path: Some(format!("{agency}-{year}.html")), format: "html".into(), ..Source::default() },
        kind: Kind::OgiAnnualReport,
        title: Some(format!("{agency}{year}年政府信息公开工作年度报告")),
        agency: Some(agency.to_owned()),
        year: Some(year),
        published: Some(format!("{}-01-20", year + 1)),
        period: None,
        template: Some(template.id),
        metadata: BTreeMap::new(),
        contact: Contact::default(),
        preamble: Vec::new(),
        sections: sections(template, texts),
        tables: Vec::new(),
        disclosure: figures("disclosure", values),
        requests: figures("requests", values),
        remedies: figures("remedies", values),
        statistics: figures("statistics", values),
        narrative: Vec::new(),
        evidence,
        findings: Vec::new(),
        status: Status::Clean,
    }
}

fn printed(template: &Template, path: &str, value: u64) -> Evidence {
    let figure = template::figure(template.id, path).expect("a figure of the edition");
    let label = format!("{}/{}", figure.row, figure.column);
    let value = Amount::from(value);
    Evidence {
        reading: Reading::Number,
        value: Some(value),
        raw: value.to_string(),
        label: label.into(),
        place: None,
        sure: true,
    }
}

fn figures(role: &str, values: &Values) -> Option<Figures> {
    let mut figures = Figures::default();
    let of_role = values.iter().filter_map(|(path, value)| Some((path.strip_prefix(role)?.strip_prefix('.')?, value)));
    for (path, value) in of_role {
        let path: &'static str = path.to_owned().leak();
        let (group, name) = path.rsplit_once('.').unwrap_or(("", path));
        figures.group(group).push(name, Node::Number(Some(Amount::from(*value))));
    }
    (figures != Figures::default()).then_some(figures)
}

fn sections(template: &Template, [overview, problems]: [&str; 2]) -> Vec<Section> {
    let mut specs: Vec<_> = template.sections.iter().collect();
    specs.sort_by_key(|spec| nianbao::text::ordinal::han_number(spec.number));
    let section = |spec: &&template::SectionSpec| Section {
        number: spec.number.to_owned(),
        level: 1,
        key: Some(spec.key.to_owned()),
        title: spec.title.to_owned(),
        blocks: vec![Block::Paragraph(
            match spec.key {
                "overview" => overview,
                "problems" => problems,
                _ => "本年度发出收费通知的件数与收取的费用见上表，其余事项照常。",
            }
            .to_owned(),
        )],
        sections: Vec::new(),
    };
    specs.iter().map(section).collect()
}
