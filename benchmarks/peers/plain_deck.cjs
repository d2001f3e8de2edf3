// A deck by PptxGenJS, deflated: node plain_deck.cjs FOLDER CONTENT.json
const fs = require("fs");
const path = require("path");
const PptxGenJS = require("pptxgenjs");

const [folder, source] = process.argv.slice(2);
const content = JSON.parse(fs.readFileSync(source, "utf-8"));
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";

function addBullets(title, bullets) {
  const slide = deck.addSlide();
  slide.addText(title, { x: 0.7, y: 0.4, w: 12, h: 0.8, fontSize: 28, bold: true });
  const lines = bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
  slide.addText(lines, { x: 0.7, y: 1.4, w: 12, h: 5, fontSize: 18, valign: "top" });
  return slide;
}

deck.addSlide().addText(content.title, { x: 0.7, y: 3, w: 12, h: 1, fontSize: 36 });
addBullets("Agenda", content.agenda);
for (const each of content.slides) {
  const slide = addBullets(each.title, each.bullets);
  slide.addText(content.footer, { x: 0.7, y: 7, w: 6, h: 0.3, fontSize: 10 });
  slide.slideNumber = { x: 12.2, y: 7, fontSize: 10 };
}
// In node, `writeFile` and `write` forget the compression; `stream` deflates.
const file = path.join(folder, `${path.parse(source).name}.pptx`);
deck.stream({ compression: true }).then((bytes) => fs.writeFileSync(file, bytes));
