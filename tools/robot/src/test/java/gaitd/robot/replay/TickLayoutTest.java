package gaitd.robot.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.record.TickSchema;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TickLayoutTest {
    private static TickFrame random() {
        final TickFrame frame = new TickFrame();
        final Random random = new Random(5);
        for (final TickField field : TickField.values()) {
            for (int i = 0; field != TickField.VERSION && i < field.count; i++) {
                switch (field.kind) {
                    case I64 -> frame.put(field, i, random.nextLong());
                    case I32 -> frame.put(field, i, random.nextInt());
                    case F64, F32 -> frame.putReal(field, i, random.nextDouble());
                }
            }
        }
        return frame;
    }

    private static byte[] bytes(final TickFrame frame) {
        final byte[] bytes = new byte[TickFrame.SIZE];
        frame.bytes().getBytes(0, bytes);
        return bytes;
    }

    @Test
    void thisVersionIsReadAsItIs() {
        final TickLayout layout = TickLayout.of(TickSchema.text());
        assertNotNull(layout);
        assertEquals(Set.of(), layout.missing());
        final TickFrame read = new TickFrame();
        assertTrue(layout.read(bytes(random()), read));
        assertEquals(ByteBuffer.wrap(bytes(random())), ByteBuffer.wrap(bytes(read)));
        assertFalse(layout.read(new byte[TickFrame.SIZE - 1], read));
        assertFalse(layout.read(new byte[TickFrame.SIZE + 1], read));
    }

    @Test
    void anOlderOneIsReadByNames() {
        final TickLayout layout = TickLayout.of("""
                int64 version  # -
                uint8[3] padding
                float32[12] q_rad  # rad
                int64 tick  # -
                float32[24] policy_input  # -
                int32 something_gone  # -
                """);
        assertNotNull(layout);
        assertTrue(layout.missing().contains(TickField.POLICY_INPUT), "another length");
        assertTrue(layout.missing().contains(TickField.TAU));
        assertFalse(layout.missing().contains(TickField.Q));
        final ByteBuffer message = ByteBuffer.allocate(8 + 3 + 48 + 8 + 96 + 4).order(ByteOrder.LITTLE_ENDIAN);
        message.putLong(0, 3);
        message.putFloat(8 + 3 + 4 * 7, 1.5f);
        message.putLong(8 + 3 + 48, 77);
        final TickFrame read = new TickFrame();
        assertTrue(layout.read(message.array(), read));
        assertEquals(1.5, read.real(TickField.Q, 7));
        assertEquals(77, read.get(TickField.TICK));
        assertEquals(TickFrame.VERSION, read.get(TickField.VERSION));
    }

    @Test
    void whatIsNoDefinitionIsNone() {
        assertNull(TickLayout.of("string data\n"));
        assertNull(TickLayout.of("float32[12] q_rad\n"), "no tick");
        assertNull(TickLayout.of(""));
    }
}
