package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopAtOnceTest {
    private final Rig rig = new Rig();

    private void assertStopped() {
        assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
        rig.assertDamping();
    }

    private void assertStaysDown() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
            rig.assertDamping();
        }
    }

    @Test
    void theWordDampsInTheNextTickAndTheRobotStaysDownUntilItIsAskedToStand() {
        rig.walk();
        rig.requests.stop();
        assertStopped();
        assertStaysDown();
        assertEquals(1, rig.tick().get(TickField.STOPS));
        rig.ask(OperatorRequest.STAND);
        assertEquals(Mode.STAND_UP, Rig.mode(rig.run(0.2)));
    }

    @Test
    void theLoopsOwnWayDampsInTheNextTick() {
        rig.walk();
        rig.ask(OperatorRequest.STAND);
        rig.loop.stop();
        assertStopped();
        assertStaysDown();
        assertEquals(1, rig.tick().get(TickField.STOPS));
    }

    @Test
    void aFullRingLetsAStopThrough() {
        rig.walk();
        while (rig.requests.offer(OperatorRequest.STAND, null, 0, 0, 0) != 0) {
            // until it is full
        }
        assertEquals(0, rig.requests.offer(OperatorRequest.STOP, null, 0, 0, 0));
        assertStopped();
        assertStaysDown();
    }

    @Test
    void aStopOvertakesWhatWaitsBeforeItAndMakesItVoid() {
        rig.walk();
        for (int i = 0; i < CommandRing.SLOTS / 2; i++) {
            rig.ask(i % 2 == 0 ? OperatorRequest.STAND : OperatorRequest.WALK);
        }
        rig.sendOld(OperatorRequest.STOP);
        assertStopped();
        assertStaysDown();
    }

    @Test
    void aStandAfterAStopCounts() {
        rig.walk();
        rig.sendOld(OperatorRequest.STOP);
        rig.ask(OperatorRequest.STAND);
        assertStopped();
        assertStaysDown();
        rig.ask(OperatorRequest.STAND);
        assertNotEquals(Mode.PASSIVE, Rig.mode(rig.run(0.2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = OperatorRequest.class,
            names = {"STAND", "SIT", "WALK"})
    void inEveryModeThatMoves(final OperatorRequest last) {
        rig.walk();
        rig.ask(last);
        rig.run(0.9);
        rig.loop.stop();
        assertStopped();
    }

    @Test
    void aSilentLoopSaysNothingBeforeAnOperatorConnects() {
        rig.loop.beSilentAtFirst();
        rig.silence();
        assertEquals(0, rig.run(1).get(TickField.COMMANDS_SENT));
        rig.ask(OperatorRequest.NONE);
        assertEquals(1, rig.tick().get(TickField.COMMANDS_SENT));
        assertEquals(501, rig.run(1).get(TickField.COMMANDS_SENT));
        rig.assertDamping();
    }

    @Test
    void aSilentLoopDampsWhenItIsStopped() {
        rig.loop.beSilentAtFirst();
        rig.silence();
        rig.run(0.1);
        rig.loop.stop();
        assertEquals(1, rig.tick().get(TickField.COMMANDS_SENT));
        rig.assertDamping();
    }

    @Test
    void withoutSharedMemoryToo() {
        rig.walk();
        rig.loop.abandonShared(new InternalError("gone"));
        rig.loop.stop();
        rig.blindTick();
        rig.assertDamping();
    }
}
