// Reads files by their index and from their begin, decodes every message, and prints what was found.
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { loadDecompressHandlers } from "@mcap/support";
import { FileHandleReadable } from "@mcap/nodejs";
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg-serialization";
import fs from "node:fs/promises";

const decompressHandlers = await loadDecompressHandlers();
const text = new TextDecoder();
for (const file of process.argv.slice(2)) {
  const handle = await fs.open(file);
  const reader = await McapIndexedReader.Initialize({ readable: new FileHandleReadable(handle), decompressHandlers });
  const ros = new Map();
  let messages = 0;
  let tick = -1n;
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    messages++;
    const channel = reader.channelsById.get(message.channelId);
    if (channel.messageEncoding === "json") {
      JSON.parse(text.decode(message.data));
      continue;
    }
    if (!ros.has(channel.id)) {
      ros.set(channel.id, new MessageReader(parse(text.decode(reader.schemasById.get(channel.schemaId).data))));
    }
    const decoded = ros.get(channel.id).readMessage(message.data);
    if (channel.topic === "/tick") {
      if (tick >= 0n && decoded.tick !== tick + 1n) throw new Error(`${file}: tick ${decoded.tick} follows ${tick}`);
      if (decoded.q_rad.length !== 12) throw new Error(`${file}: ${decoded.q_rad.length} joints`);
      tick = decoded.tick;
    }
  }
  let attachments = 0;
  for await (const _ of reader.readAttachments()) attachments++;
  await handle.close();
  const stream = new McapStreamReader({ validateCrcs: true, decompressHandlers });
  stream.append(await fs.readFile(file));
  let streamed = 0;
  for (let record; (record = stream.nextRecord()); ) streamed += record.type === "Message" ? 1 : 0;
  if (!stream.done() || streamed !== messages || BigInt(messages) !== reader.statistics.messageCount || tick < 0n) {
    throw new Error(`${file}: ${messages} messages by the index, ${streamed} by reading, ${reader.statistics.messageCount} said`);
  }
  console.log(`ci: MCAP: ${file}: ${messages} messages, ${attachments} attachments, up to tick ${tick}`);
}
