// Positions on paper: a projection of the city onto a drawing, and distances as the bot prints them.

const EARTH_M = 6371009;
const CITY = { south: 3.25, north: 3.4, west: 117.53, east: 117.66 };
const WIDTH = 320;

const radians = (degrees) => (degrees * Math.PI) / 180;

// Metres along the great circle between two [latitude, longitude].
export function metres([latitude, longitude], [otherLatitude, otherLongitude]) {
  const half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(latitude, otherLatitude) + Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * half(longitude, otherLongitude);
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export function printed(distance) {
  if (distance < 995) return `${Math.round(distance / 10) * 10} m`;
  return `${(distance / 1000).toFixed(distance < 9950 ? 1 : 0).replace(".", ",")} km`;
}

// The city's box: around its areas where they are known, else around Tarakan.
export class Projection {
  constructor(areas) {
    const corners = areas.flatMap((area) => area.ring);
    const box = corners.length === 0 ? CITY : corners.reduce((found, [longitude, latitude]) => ({
      south: Math.min(found.south, latitude), north: Math.max(found.north, latitude),
      west: Math.min(found.west, longitude), east: Math.max(found.east, longitude),
    }), { south: 90, north: -90, west: 180, east: -180 });
    Object.assign(this, box);
    this.width = WIDTH;
    const shrink = Math.cos(radians((box.south + box.north) / 2));
    this.height = Math.round((WIDTH * (box.north - box.south)) / ((box.east - box.west) * shrink));
  }

  x(longitude) {
    return ((longitude - this.west) / (this.east - this.west)) * this.width;
  }

  y(latitude) {
    return ((this.north - latitude) / (this.north - this.south)) * this.height;
  }

  holds([latitude, longitude]) {
    return latitude >= this.south && latitude <= this.north && longitude >= this.west && longitude <= this.east;
  }

  // The position under a point of the screen.
  position(map, event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    const share = (value) => Math.min(1, Math.max(0, value));
    const [x, y] = [share(point.x / this.width), share(point.y / this.height)];
    return [this.north - y * (this.north - this.south), this.west + x * (this.east - this.west)];
  }
}
