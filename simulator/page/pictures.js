// Sample pictures, drawn here: nothing is downloaded, nobody is in them.

const SIDE = [960, 720];

function scenery(pen, sky) {
  pen.fillStyle = sky;
  pen.fillRect(0, 0, ...SIDE);
  pen.fillStyle = "#5b6a58";
  pen.fillRect(0, 520, SIDE[0], 200);
}

function house(pen, x, wall) {
  pen.fillStyle = wall;
  pen.fillRect(x, 320, 260, 230);
  pen.fillStyle = "#7c3f2c";
  pen.beginPath();
  pen.moveTo(x - 25, 325);
  pen.lineTo(x + 130, 210);
  pen.lineTo(x + 285, 325);
  pen.fill();
  pen.fillStyle = "#2d3a45";
  pen.fillRect(x + 40, 370, 60, 60);
  pen.fillRect(x + 160, 420, 60, 130);
}

function cloud(pen, x, y, radius, colour) {
  pen.fillStyle = colour;
  for (const [aside, up, share] of [[0, 0, 1], [-0.8, -0.5, 0.8], [0.7, -0.8, 0.9], [0, -1.6, 1.1]]) {
    pen.beginPath();
    pen.arc(x + aside * radius, y + up * radius, radius * share, 0, 7);
    pen.fill();
  }
}

function flame(pen, x, y, height, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x, y - height);
  pen.quadraticCurveTo(x + height * 0.6, y - height * 0.3, x, y);
  pen.quadraticCurveTo(x - height * 0.6, y - height * 0.3, x, y - height);
  pen.fill();
}

function car(pen, x, colour) {
  pen.fillStyle = colour;
  pen.fillRect(x, 480, 260, 70);
  pen.fillRect(x + 50, 425, 150, 60);
  pen.fillStyle = "#1b1f22";
  for (const wheel of [x + 55, x + 205]) {
    pen.beginPath();
    pen.arc(wheel, 552, 30, 0, 7);
    pen.fill();
  }
}

export const PICTURES = {
  api: ["🔥 Rumah terbakar", (pen) => {
    scenery(pen, "#c9b8a6");
    cloud(pen, 500, 180, 90, "#4a4a4acc");
    house(pen, 340, "#b98f6a");
    for (const [x, height] of [[400, 150], [470, 230], [540, 170]]) flame(pen, x, 400, height, "#e8590c");
    for (const [x, height] of [[410, 80], [475, 130], [535, 90]]) flame(pen, x, 400, height, "#ffd43b");
  }],
  tabrakan: ["🚗 Tabrakan", (pen) => {
    scenery(pen, "#a9c9dd");
    car(pen, 190, "#2b6cb0");
    car(pen, 440, "#c05621");
    cloud(pen, 445, 430, 26, "#f4f4f4cc");
  }],
  banjir: ["🌊 Banjir", (pen) => {
    scenery(pen, "#8fa3ad");
    house(pen, 160, "#c9a27c");
    house(pen, 540, "#a8b58c");
    pen.fillStyle = "#6b5b45dd";
    pen.fillRect(0, 450, SIDE[0], 270);
  }],
  padam: ["✅ Api padam", (pen) => {
    scenery(pen, "#b7cbd8");
    house(pen, 340, "#7d6653");
    cloud(pen, 480, 190, 40, "#dddddd99");
    car(pen, 40, "#b02a26");
  }],
};

// A JPEG file of that picture; each is a little different, so that no two are the same file.
export async function paint(name) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = SIDE;
  const pen = canvas.getContext("2d");
  PICTURES[name][1](pen);
  pen.fillStyle = `hsl(${Math.random() * 360} 30% 50%)`;
  pen.fillRect(Math.random() * SIDE[0], 700, 6, 6);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.85); });
  return new File([blob], `${name}.jpg`, { type: "image/jpeg" });
}
