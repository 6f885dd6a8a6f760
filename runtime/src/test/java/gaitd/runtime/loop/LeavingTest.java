package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class LeavingTest {
    @Test
    void sitsAWalkingRobotDownAndKeepsItDown() {
        final Rig rig = new Rig();
        rig.walk();
        rig.loop.leave();
        rig.ask(OperatorRequest.WALK);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(4)));
        rig.ask(OperatorRequest.STAND);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(1)));
    }

    @Test
    void dampsAtOnceWhenAskedToWhileItLeaves() {
        final Rig rig = new Rig();
        rig.walk();
        rig.loop.leave();
        rig.ask(OperatorRequest.STOP);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
    }

    @Test
    void aWalkingRobotIsNotLeftWithoutAnOperator() {
        final Rig rig = new Rig();
        rig.walk();
        rig.silence();
        assertEquals(Mode.WALK, Rig.mode(rig.run(2)));
        assertEquals(Mode.STAND, Rig.mode(rig.run(1)));
    }

    @Test
    void goesOnWithMemoryOfItsOwnWhenTheSharedOneIsGone() {
        final Rig rig = new Rig();
        rig.walk();
        assertNull(rig.loop.privateRing());
        final InternalError gone = new InternalError("gone");
        rig.loop.abandonShared(gone);
        assertNotNull(rig.loop.privateRing());
        assertSame(gone, assertThrows(InternalError.class, () -> rig.loop.abandonShared(gone)));
    }

    @Test
    void ticksIntoTheRingOfItsOwn() {
        final ControlLoop loop = Rig.loop(Config.defaults(), new FakeRobot(), new CommandRing(), new TickRing());
        loop.abandonShared(new InternalError("gone"));
        final TickRing.Reader reader = loop.privateRing().newReader();
        final TickTiming timing = new TickTiming(() -> 0);
        timing.tick = 5;
        loop.tick(timing);
        assertEquals(5, reader.poll().get(TickField.TICK));
    }
}
