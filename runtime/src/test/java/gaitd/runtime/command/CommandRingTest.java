package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import org.junit.jupiter.api.Test;

class CommandRingTest {
    private final CommandRing ring = new CommandRing();
    private final OperatorCommand command = new OperatorCommand();

    @Test
    void carriesCommandsInOrder() {
        assertTrue(ring.offer(OperatorRequest.WALK, Gait.PACE, 0.1, -0.2, 0.3));
        assertTrue(ring.offer(OperatorRequest.SIT, null, 0, 0, 0));
        assertTrue(ring.poll(command));
        assertEquals(OperatorRequest.WALK, command.request);
        assertEquals(Gait.PACE, command.gait);
        assertEquals(-0.2, command.vy);
        assertEquals(1, command.sequence);
        assertTrue(ring.poll(command));
        assertEquals(OperatorRequest.SIT, command.request);
        assertNull(command.gait);
        assertFalse(ring.poll(command));
    }

    @Test
    void saysWhenItIsFull() {
        int sent = 0;
        while (ring.offer(OperatorRequest.NONE, null, 0, 0, 0)) {
            sent++;
            assertTrue(sent < 10_000, "never full");
        }
        assertTrue(ring.poll(command));
    }
}
