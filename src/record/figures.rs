//! Figures nested by their paths: `requests.new.total` is `{"requests": {"new": {"total": …}}}`.

use crate::template::TEMPLATES;
use crate::text::quantity::Amount;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// Figures in the order of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures(Vec<(&'static str, Node)>);

/// A figure, a unit, or a group of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number, or none.
    Number(Option<Amount>),
    /// A unit, or none.
    Unit(Option<String>),
    /// Figures below a common name.
    Group(Figures),
}

impl Figures {
    /// Adds a figure or a unit.
    pub fn push(&mut self, name: &'static str, node: Node) {
        self.0.push((name, node));
    }

    /// The group at a path; these figures themselves where it is empty.
    pub fn group(&mut self, path: &'static str) -> &mut Figures {
        if path.is_empty() {
            return self;
        }
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        let known = |(known, node): &(&str, Node)| *known == name && matches!(node, Node::Group(_));
        // Figures of a group follow each other.
        let at = self.0.iter().rposition(known).unwrap_or_else(|| {
            self.0.push((name, Node::Group(Figures::default())));
            self.0.len() - 1
        });
        match &mut self.0[at].1 {
            Node::Group(group) => group.group(rest),
            Node::Number(_) | Node::Unit(_) => unreachable!("a group was looked for"),
        }
    }

    /// The node at a path.
    pub fn get(&self, path: &str) -> Option<&Node> {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let node = &self.0.iter().find(|(known, _)| *known == name)?.1;
        match (node, rest) {
            (node, None) => Some(node),
            (Node::Group(group), Some(rest)) => group.get(rest),
            _ => None,
        }
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, node) in &self.0 {
            map.serialize_entry(name, node)?;
        }
        map.end()
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Number(amount) => amount.serialize(serializer),
            Node::Unit(unit) => unit.serialize(serializer),
            Node::Group(group) => group.serialize(serializer),
        }
    }
}

/// The schema lists every path of every edition, so that a consumer can find them there.
impl JsonSchema for Figures {
    fn schema_name() -> Cow<'static, str> {
        "Figures".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut root = Map::new();
        for figure in TEMPLATES.iter().flat_map(|template| template.figures()) {
            // A role's figures stand under the record's field of that name.
            let Some((_, path)) = figure.path.split_once('.') else { continue };
            describe(&mut root, path, &figure);
        }
        json_schema!({
            "description": "Figures nested by their paths. A figure is a number exactly as printed, or null; why it is null stands in the evidence and the findings.",
            "type": "object",
            "properties": root,
            "additionalProperties": { "type": ["object", "number", "null"] },
        })
    }
}

fn describe(properties: &mut Map<String, Value>, path: &str, figure: &crate::template::Figure) {
    match path.split_once('.') {
        Some((name, rest)) => {
            let group = properties.entry(name).or_insert_with(|| json!({ "type": "object", "properties": {} }));
            if let Some(inner) = group.get_mut("properties").and_then(Value::as_object_mut) {
                describe(inner, rest, figure);
            }
        }
        None => {
            let label = format!("{} {} ({})", figure.row, figure.column, figure.unit);
            properties.entry(path).or_insert_with(|| json!({ "type": ["number", "null"], "description": label }));
            if path == "amount" {
                properties.entry("unit").or_insert_with(|| json!({ "type": ["string", "null"] }));
                properties.entry("amount_yuan").or_insert_with(|| json!({ "type": ["number", "null"] }));
            }
        }
    }
}
