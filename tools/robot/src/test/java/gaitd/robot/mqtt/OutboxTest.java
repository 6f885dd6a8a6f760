package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final long ROOMY = 1 << 20;

    @TempDir
    private Path folder;

    private static void add(final Outbox outbox, final String text) throws IOException {
        outbox.add("t/" + text, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> drain(final Outbox outbox) throws IOException {
        final List<String> texts = new ArrayList<>();
        for (Outbox.Message message = outbox.first(); message != null; message = outbox.first()) {
            final String text = new String(message.payload(), StandardCharsets.UTF_8);
            assertEquals("t/" + text, message.topic());
            texts.add(text);
            outbox.remove(message.number());
        }
        return texts;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".outbox"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void firstInFirstOut() throws IOException {
        try (Outbox outbox = new Outbox(folder, ROOMY)) {
            assertNull(outbox.first());
            add(outbox, "a");
            add(outbox, "b");
            assertEquals(1, outbox.first().number());
            assertEquals(2, outbox.size());
            outbox.remove(1);
            add(outbox, "c");
            assertEquals(List.of("b", "c"), drain(outbox));
            assertEquals(0, outbox.size());
            assertEquals(List.of(), files());
            assertEquals(4, outbox.nextNumber());
        }
    }

    @Test
    void whatWasNotTakenOutlivesTheProcessAndNumbersGoOn() throws IOException {
        final Outbox killed = new Outbox(folder, ROOMY);
        for (int i = 0; i < 10; i++) {
            add(killed, "m" + i);
        }
        killed.remove(1);
        killed.remove(2);
        killed.remove(3);
        try (Outbox outbox = new Outbox(folder, ROOMY)) {
            assertEquals(11, outbox.nextNumber());
            add(outbox, "m10");
            assertEquals(List.of("m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10"), drain(outbox));
        }
        try (Outbox outbox = new Outbox(folder, ROOMY)) {
            assertNull(outbox.first());
            assertEquals(12, outbox.nextNumber());
        }
    }

    @Test
    void theOldestGoWhenThereIsNoRoomAndAreCounted() throws IOException {
        final long most = 8000;
        try (Outbox outbox = new Outbox(folder, most)) {
            for (int i = 1; i <= 1000; i++) {
                add(outbox, "message " + i);
                long bytes = 0;
                for (final Path file : files()) {
                    bytes += Files.size(file);
                }
                assertTrue(bytes <= most, bytes + " bytes");
            }
            final List<String> left = drain(outbox);
            assertEquals(1000, left.size() + outbox.lost());
            assertEquals("message " + (outbox.lost() + 1), left.getFirst());
            assertEquals("message 1000", left.getLast());
            assertTrue(left.size() > 100, left.size() + " are left");
        }
    }

    @Test
    void aTailThatWasCutOrDamagedIsNotThere() throws IOException {
        try (Outbox outbox = new Outbox(folder, ROOMY)) {
            for (int i = 0; i < 5; i++) {
                add(outbox, "m" + i);
            }
        }
        final Path file = files().getFirst();
        final byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            try (Outbox outbox = new Outbox(folder, ROOMY)) {
                final int expected = cut * 5 / whole.length;
                int found = 0;
                while (outbox.first() != null && outbox.first().number() == found + 1) {
                    outbox.remove(++found);
                }
                assertEquals(expected, found, "cut to " + cut + " bytes");
            }
            Files.writeString(folder.resolve("sent"), "0");
        }
        final byte[] damaged = whole.clone();
        damaged[whole.length / 5 * 2 + 20] ^= 1;
        Files.write(file, damaged);
        try (Outbox outbox = new Outbox(folder, ROOMY)) {
            assertEquals(List.of("m0", "m1"), drain(outbox));
        }
    }
}
