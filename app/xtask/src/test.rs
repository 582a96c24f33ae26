//! stub
use anyhow::Result;
pub(crate) fn test(_rest: &[String]) -> Result<()> {
    Ok(())
}
