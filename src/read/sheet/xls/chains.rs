//! Whether the chains of sectors in a compound file end.
//!
//! [MS-CFB], clauses 2.2 to 2.6: a table names the next sector of each one. The library follows a chain to its end, so that
//! one which bites its tail would fill the memory.

/// Sector numbers from here on are no sectors.
const NONE: u32 = 0xFFFF_FFFA;

/// Streams that are shorter lie in sectors of their own, of the mini stream.
const MINI: u64 = 4096;

/// Whether all chains that a reader of a workbook may follow end.
pub(super) fn end(bytes: &[u8]) -> bool {
    // What is no compound file has no chains.
    File::new(bytes).is_none_or(|file| file.ends().unwrap_or(false))
}

struct File<'b> {
    bytes: &'b [u8],
    /// The size of a sector.
    size: usize,
}

impl<'b> File<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        let shift = u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?);
        let size = match shift {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        Some(File { bytes, size })
    }

    /// `None` where a chain goes on for longer than the table has sectors.
    fn ends(&self) -> Option<bool> {
        let table = self.table()?;
        let directory = self.content(&chain(number(self.bytes, 48), &table)?);
        let mini = self.content(&chain(number(self.bytes, 60), &table)?);
        let mini: Vec<u32> = numbers(&mini).collect();
        for (at, entry) in directory.chunks_exact(128).enumerate() {
            let long = if self.size == 512 { 0 } else { u64::from(number(entry, 124)) };
            let length = u64::from(number(entry, 120)) | long << 32;
            // The first entry is that of the mini stream itself.
            let table = if at > 0 && length < MINI { &mini } else { &table };
            if length > 0 {
                chain(number(entry, 116), table)?;
            }
        }
        Some(true)
    }

    /// The table of next sectors. The header names its first 109 sectors, a chain of further ones the rest.
    fn table(&self) -> Option<Vec<u32>> {
        let is_sector = |sector: &u32| *sector < NONE;
        let mut sectors: Vec<u32> = numbers(self.bytes.get(76..512)?).filter(is_sector).collect();
        let mut next = number(self.bytes, 68);
        // Each sector of the table is another one of the file, and so is each that names them.
        let most = self.bytes.len() / self.size + 1;
        for _ in 0..most {
            if sectors.len() > most {
                return None;
            }
            if next >= NONE {
                return Some(numbers(&self.content(&sectors)).collect());
            }
            let mut named: Vec<u32> = numbers(self.sector(next)).collect();
            next = named.pop()?;
            sectors.extend(named.into_iter().filter(is_sector));
        }
        None
    }

    fn sector(&self, number: u32) -> &'b [u8] {
        let start = (number as usize + 1).saturating_mul(self.size).min(self.bytes.len());
        &self.bytes[start..start.saturating_add(self.size).min(self.bytes.len())]
    }

    fn content(&self, sectors: &[u32]) -> Vec<u8> {
        sectors.iter().flat_map(|&sector| self.sector(sector)).copied().collect()
    }
}

/// The sectors from one to the end of its chain; `None` if it has no end.
fn chain(first: u32, table: &[u32]) -> Option<Vec<u32>> {
    let mut chain = Vec::new();
    let mut next = first;
    while let Some(&after) = table.get(next as usize) {
        if chain.len() == table.len() {
            return None;
        }
        chain.push(next);
        next = after;
    }
    Some(chain)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| number(four, 0))
}

/// The number at a place; none where the file has ended.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(u32::MAX, u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of a header, its table in sector 0, and a directory in sector 1 with one stream that begins in sector 2.
    fn file(next: [u32; 4]) -> Vec<u8> {
        let mut file = vec![0; 512 * 5];
        let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
        put(30, 9);
        put(48, 1);
        (60..76).step_by(4).for_each(|at| put(at, 0xFFFF_FFFE));
        (76..512).step_by(4).for_each(|at| put(at, u32::MAX));
        put(76, 0);
        (512..1024).step_by(4).for_each(|at| put(at, u32::MAX));
        next.into_iter().enumerate().for_each(|(at, next)| put(512 + 4 * at, next));
        let entry = 1024 + 128;
        put(entry + 116, 2);
        put(entry + 120, 5000);
        file
    }

    #[test]
    fn a_chain_that_bites_its_tail_has_no_end() {
        let (table, last) = (0xFFFF_FFFD, 0xFFFF_FFFE);
        assert!(end(&file([table, last, 3, last])));
        assert!(!end(&file([table, 1, 3, last])), "the directory");
        assert!(!end(&file([table, last, 3, 2])), "the stream");
        assert!(end(b"no compound file"));
    }
}
