/** The text colour of each TLP 2.0 label on its black ground, as FIRST gives them; a label that is not named is white. */
export const tlpColors: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
};
export const tlpGround = '#000000';
export const tlpOtherColor = '#ffffff';
