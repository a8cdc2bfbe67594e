// Photos as apps send them: what is too large is made smaller first; and the camera of this machine.

const LARGEST_BYTES = 10 * 1024 * 1024;
const LARGEST_SIDE = 2560;
const QUALITY = 0.87;

async function jpeg(source, width, height, name) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d").drawImage(source, 0, 0, width, height);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
  return new File([blob], name, { type: "image/jpeg" });
}

// The same picture in at most ten megabytes, as it is where it fits; null for what is no picture.
export async function fitting(file) {
  if (file.size <= LARGEST_BYTES) return file;
  try {
    const picture = await createImageBitmap(file);
    const shrink = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    return await jpeg(picture, Math.round(picture.width * shrink), Math.round(picture.height * shrink), file.name.replace(/\.\w+$/, ".jpg"));
  } catch {
    return null;
  }
}

// Asks the browser for its camera, and resolves with the photo taken; null when it was left, an error without one.
export async function shoot() {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const dialog = document.getElementById("camera");
  const video = document.getElementById("camera-view");
  video.srcObject = stream;
  dialog.returnValue = "";
  dialog.showModal();
  await video.play();
  await new Promise((resolve) => { dialog.addEventListener("close", resolve, { once: true }); });
  const taken = dialog.returnValue === "take" ? await jpeg(video, video.videoWidth, video.videoHeight, "kamera.jpg") : null;
  for (const track of stream.getTracks()) track.stop();
  video.srcObject = null;
  return taken;
}
