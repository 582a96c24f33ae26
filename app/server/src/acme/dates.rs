//! From when until when a certificate counts: the only thing that is read of it here (RFC 5280, section 4.1).

/// Seconds since 1970: from and until, of a certificate in DER.
pub(super) fn validity(der: &[u8]) -> Option<(u64, u64)> {
    let (_, certificate, _) = item(der)?;
    let (_, mut fields, _) = item(certificate)?;
    // A version may stand first; then number, algorithm, issuer.
    if fields.first() == Some(&0xa0) {
        fields = item(fields)?.2;
    }
    for _ in 0..3 {
        fields = item(fields)?.2;
    }
    let (_, dates, _) = item(fields)?;
    let (kind, from, rest) = item(dates)?;
    let (other, until, _) = item(rest)?;
    Some((time(kind, from)?, time(other, until)?))
}

/// Kind, content and what comes after.
fn item(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (kind, rest) = der.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match length {
        0..=0x7f => (usize::from(*length), rest),
        0x81..=0x84 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(length - 0x80))?;
            (bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*kind, content, rest))
}

/// `YYMMDDhhmmssZ`, or with four digits for the year.
fn time(kind: u8, text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (year, rest) = text.split_at_checked(if kind == 0x18 { 4 } else { 2 })?;
    let year: u64 = year.parse().ok()?;
    let year = match kind {
        0x17 if year < 50 => year + 2000,
        0x17 => year + 1900,
        0x18 => year,
        _ => return None,
    };
    let two = |at: usize| rest.get(at..at + 2)?.parse::<u64>().ok();
    let (month, day) = (two(0)?, two(2)?);
    if rest.len() != 10 || year < 1970 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years that begin in March: the day that leap years add is the last one.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day;
    // So many days from 1 March of the year 0 to 1970.
    Some((days - 719_469) * 86_400 + two(4)? * 3_600 + two(6)? * 60 + two(8)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_in_both_spellings() {
        assert_eq!(time(0x17, b"700101000000Z"), Some(0));
        assert_eq!(time(0x18, b"20260228235959Z"), Some(1_772_323_199));
        assert_eq!(time(0x18, b"20260301000000Z"), Some(1_772_323_200));
        assert_eq!(time(0x18, b"20280229000000Z"), Some(1_835_395_200));
        assert_eq!(time(0x17, b"491231235959Z"), Some(2_524_607_999));
        for bad in
            ["", "Z", "20261301000000Z", "2026030100000Z", "20260301000000", "2026é301000000Z"]
        {
            assert_eq!(time(0x18, bad.as_bytes()), None, "{bad}");
        }
    }

    #[test]
    fn the_dates_of_a_certificate_are_found_and_a_cut_one_has_none() {
        let mut params = rcgen::CertificateParams::new(["a.example".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2026, 11, 1);
        params.not_after = rcgen::date_time_ymd(2027, 1, 30);
        let key = rcgen::KeyPair::generate().unwrap();
        let der = params.self_signed(&key).unwrap().der().to_vec();
        assert_eq!(validity(&der), Some((1_793_491_200, 1_801_267_200)));
        for length in 0..der.len() {
            assert!(validity(&der[..length]).is_none(), "{length}");
        }
    }
}
