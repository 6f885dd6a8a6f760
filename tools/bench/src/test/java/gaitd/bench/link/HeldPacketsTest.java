package gaitd.bench.link;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldPacketsTest {
    private record Packet(int name, int length, long dueNs) {}

    @Test
    void handsOutByTheTimeWhenTheyAreDueAndInOrderWhereThatIsTheSame() {
        final Random random = new Random(2);
        try (Arena arena = Arena.ofConfined()) {
            final HeldPackets held = new HeldPackets(arena);
            final List<Packet> waiting = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                if (random.nextInt(3) > 0 && held.free() != null) {
                    final Packet packet = new Packet(i, 1 + random.nextInt(1500), random.nextInt(50));
                    held.free().set(JAVA_INT, 0, packet.name);
                    held.hold(packet.length, packet.dueNs);
                    waiting.add(packet);
                } else if (!waiting.isEmpty()) {
                    final Packet first = waiting.stream()
                            .min(Comparator.comparingLong(Packet::dueNs))
                            .orElseThrow();
                    assertEquals(
                            first,
                            new Packet(held.packet().get(JAVA_INT, 0), held.length(), held.dueNs()),
                            "step " + i);
                    held.release();
                    waiting.remove(first);
                }
                assertEquals(waiting.isEmpty(), held.isEmpty());
            }
        }
    }

    @Test
    void saysWhenItIsFullAndHasRoomAgainAfterOneLeft() {
        try (Arena arena = Arena.ofConfined()) {
            final HeldPackets held = new HeldPackets(arena);
            int count = 0;
            while (held.free() != null) {
                held.hold(1, count++);
            }
            assertTrue(count >= 256, count + " packets");
            held.release();
            held.hold(1, 0);
            assertNull(held.free());
            assertEquals(0, held.dueNs());
        }
    }
}
