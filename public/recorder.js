// Records a voice and plays it, for the app and for a parent's page. Nothing leaves the page here: what was recorded goes to who asked.
// Every function answers at once; what happens later is told by `tell(what, seconds, bytes, media)`.
"use strict";
(() => {
  const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  // Enough to understand a voice: three kilobytes a second.
  const RATE = 24_000;
  // After so many slices of a second what was said so far is told: the page may be closed at any moment.
  const SLICES = 3;

  let tape;
  let playing;

  const kind = () => (navigator.mediaDevices?.getUserMedia ? KINDS.find((one) => self.MediaRecorder?.isTypeSupported(one)) : undefined);

  const hush = () => {
    playing?.end();
    playing = undefined;
  };

  // The microphone goes off, and what was recorded is forgotten.
  const drop = () => {
    const last = tape;
    tape = undefined;
    last?.recorder?.stop();
  };

  const record = (mine, stream, limit, tell) => {
    const recorder = new MediaRecorder(stream, { mimeType: kind(), audioBitsPerSecond: RATE });
    const parts = [];
    let [size, before, since, told] = [0, 0, performance.now(), 0];
    const spent = () => before + (recorder.state === "recording" ? performance.now() - since : 0);
    const stop = () => recorder.state !== "inactive" && recorder.stop();
    const whole = async () => new Uint8Array(await new Blob(parts).arrayBuffer());
    const [media] = recorder.mimeType.split(";");
    const soFar = async () => {
      const seconds = Math.max(1, told);
      const bytes = await whole();
      if (tape === mine) tell("part", seconds, bytes, media);
    };
    const clock = setInterval(() => {
      const seconds = Math.floor(spent() / 1_000);
      if (seconds !== told && tape === mine) tell("at", (told = seconds));
      if (seconds >= limit.seconds) {
        mine.full = true;
        stop();
      }
    }, 200);
    recorder.onpause = () => (before += performance.now() - since);
    recorder.onresume = () => (since = performance.now());
    recorder.ondataavailable = ({ data }) => {
      parts.push(data);
      size += data.size;
      if (size >= limit.bytes) {
        mine.full = true;
        stop();
      } else if (parts.length % SLICES === 0) soFar();
    };
    recorder.onstop = async () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      if (tape !== mine) return;
      tape = undefined;
      const bytes = await whole();
      const ended = mine.full ? "full" : mine.cut ? "cut" : "done";
      if (bytes.length === 0) tell("failed", 0);
      else tell(ended, Math.max(1, told), bytes, media);
    };
    mine.recorder = recorder;
    recorder.start(1_000);
    tell("began", 0);
  };

  const begin = async (seconds, bytes, tell) => {
    hush();
    drop();
    const mine = (tape = {});
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      if (tape === mine) return record(mine, stream, { seconds, bytes }, tell);
      // Whoever asked has left.
      for (const track of stream.getTracks()) track.stop();
    } catch (problem) {
      if (tape !== mine) return;
      tape = undefined;
      tell(problem.name === "NotAllowedError" ? "refused" : "failed", 0);
    }
  };

  // The device was locked, or something else came before the page: nobody knows whether it comes back. What was said is kept now.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !tape?.recorder) return;
    tape.cut = true;
    tape.recorder.stop();
  });

  self.recorder = {
    can: () => kind() !== undefined,
    begin: (seconds, bytes, tell) => void begin(seconds, bytes, tell),
    pause: (on) => {
      const { recorder } = tape ?? {};
      if (on && recorder?.state === "recording") recorder.pause();
      if (!on && recorder?.state === "paused") recorder.resume();
    },
    stop: () => tape?.recorder?.stop(),
    drop,
    // `rate`: how fast, 1 as it was said; a voice stays as high as it is.
    play: (bytes, media, tell, rate = 1) => {
      hush();
      const address = URL.createObjectURL(new Blob([bytes], { type: media }));
      const sound = new Audio(address);
      sound.preservesPitch = true;
      sound.defaultPlaybackRate = rate;
      sound.playbackRate = rate;
      const mine = (playing = {
        end: () => {
          sound.pause();
          URL.revokeObjectURL(address);
        },
      });
      const over = (what) => {
        if (playing !== mine) return;
        hush();
        tell(what, 0);
      };
      sound.onended = () => over("ended");
      sound.onerror = () => over("failed");
      sound.play().catch(() => over("failed"));
    },
    hush,
  };
})();
