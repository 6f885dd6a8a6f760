package gaitd.runtime.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import org.junit.jupiter.api.Test;

class ModeMachineTest {
    private final Config config = Config.defaults();
    private final ModeMachine machine = new ModeMachine(config);
    private final BodyEstimate estimate = new BodyEstimate();
    private final FaultLatch latch = new FaultLatch();

    private Mode after(final OperatorRequest request, final double seconds) {
        latch.beginTick();
        machine.update(request, true, estimate, latch);
        for (long i = 0; i < seconds * 1e9 / config.periodNs(); i++) {
            latch.beginTick();
            machine.update(OperatorRequest.NONE, true, estimate, latch);
        }
        return machine.mode();
    }

    private void walk() {
        estimate.position[2] = 0.27;
        after(OperatorRequest.STAND, config.get(Setting.STAND_UP_S) + 0.1);
        assertEquals(Mode.WALK, after(OperatorRequest.WALK, 1));
    }

    @Test
    void startsPassiveAndStaysSoWithoutARequest() {
        assertEquals(Mode.PASSIVE, after(OperatorRequest.NONE, 5));
    }

    @Test
    void doesNotStandBeforeARobotIsThere() {
        machine.update(OperatorRequest.STAND, false, estimate, latch);
        assertEquals(Mode.PASSIVE, machine.mode());
    }

    @Test
    void doesNotWalkFromLying() {
        assertEquals(Mode.PASSIVE, after(OperatorRequest.WALK, 5));
    }

    @Test
    void standsUpThenStands() {
        estimate.position[2] = 0.27;
        assertEquals(Mode.STAND_UP, after(OperatorRequest.STAND, 1));
        assertEquals(Mode.STAND, after(OperatorRequest.NONE, 1.1));
    }

    @Test
    void remembersToWalkWhileStandingUp() {
        estimate.position[2] = 0.27;
        after(OperatorRequest.STAND, 1);
        assertEquals(Mode.WALK, after(OperatorRequest.WALK, 2));
    }

    @Test
    void standsBeforeItSits() {
        walk();
        assertEquals(Mode.STAND, after(OperatorRequest.SIT, 0.3));
        assertEquals(Mode.SIT_DOWN, after(OperatorRequest.NONE, 0.5));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.NONE, 2));
    }

    @Test
    void stopsAtOnceFromWalking() {
        walk();
        assertEquals(Mode.PASSIVE, after(OperatorRequest.STOP, 0));
    }

    @Test
    void faultsWinAndStayUntilCleared() {
        walk();
        latch.trip(Fault.TILT, -1, 60);
        machine.update(OperatorRequest.WALK, true, estimate, latch);
        assertEquals(Mode.FAULT, machine.mode());
        assertEquals(Mode.FAULT, after(OperatorRequest.STAND, 10));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.CLEAR_FAULT, 0));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.NONE, 5));
    }

    @Test
    void reportsThatItDidNotRise() {
        estimate.position[2] = 0.1;
        assertEquals(Mode.FAULT, after(OperatorRequest.STAND, config.get(Setting.STAND_UP_S) + 0.1));
        assertEquals(Fault.STAND_UP_FAILED, latch.first());
    }
}
