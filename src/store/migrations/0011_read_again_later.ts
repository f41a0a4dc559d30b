/** A page that could not be had is asked for again at a time of its own. What had tries left is due now. */
export const readAgainLater = {
  name: '0011_read_again_later',
  sql: `
    ALTER TABLE item_progress ADD COLUMN next_at TEXT;
    UPDATE item_progress SET next_at = '' WHERE failure IS NOT NULL AND tries < 3;
  `,
}
