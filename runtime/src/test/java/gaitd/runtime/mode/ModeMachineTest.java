package gaitd.runtime.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeMachineTest {
    private final Config config = Config.defaults();
    private final ModeMachine machine = new ModeMachine(config);
    private final BodyEstimate estimate = new BodyEstimate();
    private final FaultLatch latch = new FaultLatch();
    private boolean mayStand = true;

    private Mode after(final OperatorRequest request, final double seconds) {
        latch.beginTick(0, 0);
        machine.update(request, true, mayStand, estimate, latch);
        for (long i = 0; i < seconds * 1e9 / config.periodNs(); i++) {
            latch.beginTick(0, 0);
            machine.update(OperatorRequest.NONE, true, mayStand, estimate, latch);
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
        machine.update(OperatorRequest.STAND, false, mayStand, estimate, latch);
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
    void risesFromWhenItsLegsAreFolded() {
        estimate.position[2] = 0.27;
        mayStand = false;
        assertEquals(Mode.STAND_UP, after(OperatorRequest.STAND, 8));
        assertEquals(0, machine.inModeS());
        mayStand = true;
        assertEquals(Mode.STAND_UP, after(OperatorRequest.NONE, config.get(Setting.STAND_UP_S) - 0.1));
        assertEquals(Mode.STAND, after(OperatorRequest.NONE, 0.1));
    }

    @Test
    void letsLegsGoThatAreNotFoldedYet() {
        mayStand = false;
        after(OperatorRequest.STAND, 1);
        assertEquals(Mode.PASSIVE, after(OperatorRequest.SIT, 0));
        mayStand = true;
        after(OperatorRequest.STAND, 1);
        assertEquals(Mode.SIT_DOWN, after(OperatorRequest.SIT, 0));
    }

    @Test
    void aHeightThatIsNotANumberHasNotRisen() {
        estimate.position[2] = Double.NaN;
        after(OperatorRequest.STAND, config.get(Setting.STAND_UP_S) + 0.1);
        assertEquals(Fault.STAND_UP_FAILED, latch.first());
    }

    @Test
    void walksOnUntilItMayStandWhenAskedToStandOrSit() {
        for (final OperatorRequest request : new OperatorRequest[] {OperatorRequest.STAND, OperatorRequest.SIT}) {
            machine.begin(Mode.PASSIVE);
            walk();
            assertFalse(machine.slowing());
            mayStand = false;
            assertEquals(Mode.WALK, after(request, 5));
            assertTrue(machine.slowing());
            mayStand = true;
            assertEquals(Mode.STAND, after(OperatorRequest.NONE, 0.01));
            assertFalse(machine.slowing());
            assertEquals(request == OperatorRequest.SIT ? Mode.SIT_DOWN : Mode.STAND, after(OperatorRequest.NONE, 0.7));
        }
    }

    @Test
    void walksOnWhenAskedToWhileItSlowsDown() {
        walk();
        mayStand = false;
        after(OperatorRequest.SIT, 0.1);
        after(OperatorRequest.WALK, 0.1);
        assertFalse(machine.slowing());
        mayStand = true;
        assertEquals(Mode.WALK, after(OperatorRequest.NONE, 20));
        assertEquals(Mode.STAND, after(OperatorRequest.STAND, 5));
    }

    @Test
    void standsInTheEndWhereTheWalkDoesNotComeToRest() {
        walk();
        mayStand = false;
        assertEquals(Mode.WALK, after(OperatorRequest.STAND, 11.9));
        assertEquals(Mode.WALK, after(OperatorRequest.STAND, 0));
        assertEquals(Mode.STAND, after(OperatorRequest.NONE, 0.2));
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
        machine.update(OperatorRequest.WALK, true, mayStand, estimate, latch);
        assertEquals(Mode.FAULT, machine.mode());
        assertEquals(Mode.FAULT, after(OperatorRequest.STAND, 10));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.CLEAR_FAULT, 0));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.NONE, 5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.1799, Double.NaN, Double.NEGATIVE_INFINITY})
    void sitsDownWhenItDidNotRise(final double heightM) {
        estimate.position[2] = heightM;
        assertEquals(Mode.SIT_DOWN, after(OperatorRequest.STAND, config.get(Setting.STAND_UP_S) + 0.1));
        assertEquals(Fault.STAND_UP_FAILED, latch.first());
        assertEquals(Mode.FAULT, after(OperatorRequest.NONE, config.get(Setting.SIT_DOWN_S)));
    }

    @Test
    void standsWhenItJustRose() {
        estimate.position[2] = 0.18;
        assertEquals(Mode.STAND, after(OperatorRequest.STAND, config.get(Setting.STAND_UP_S) + 0.1));
    }

    @Test
    void theNewestRequestCounts() {
        walk();
        after(OperatorRequest.SIT, 0.3);
        assertEquals(Mode.STAND, after(OperatorRequest.STAND, 2));
        after(OperatorRequest.WALK, 0.01);
        assertEquals(Mode.WALK, machine.mode());
        after(OperatorRequest.SIT, 0.3);
        assertEquals(Mode.WALK, after(OperatorRequest.WALK, 1));
        after(OperatorRequest.SIT, 1);
        assertEquals(Mode.SIT_DOWN, machine.mode());
        assertEquals(Mode.STAND_UP, after(OperatorRequest.STAND, 0));
        after(OperatorRequest.NONE, config.get(Setting.STAND_UP_S) + 0.1);
        after(OperatorRequest.SIT, 1);
        assertEquals(Mode.WALK, after(OperatorRequest.WALK, config.get(Setting.STAND_UP_S) + 1));
    }

    /** Trips in every tick, as a guard does while the cause persists. */
    private Mode tripping(final Fault fault, final OperatorRequest request, final double seconds) {
        OperatorRequest next = request;
        for (long i = 0; i < seconds * 1e9 / config.periodNs(); i++) {
            latch.beginTick(0, 0);
            latch.trip(fault, -1, 1);
            machine.update(next, true, mayStand, estimate, latch);
            next = OperatorRequest.NONE;
        }
        return machine.mode();
    }

    @ParameterizedTest
    @EnumSource(names = {"TEMPERATURE_WARM", "TEMPERATURE_DERATED"})
    void walksOnAfterAWarning(final Fault fault) {
        walk();
        assertEquals(Mode.WALK, tripping(fault, OperatorRequest.NONE, 5));
    }

    @Test
    void standsAndRefusesToWalkUntilCleared() {
        walk();
        assertEquals(Mode.STAND, tripping(Fault.AIRBORNE, OperatorRequest.NONE, 1));
        assertEquals(Mode.STAND, after(OperatorRequest.WALK, 1));
        after(OperatorRequest.CLEAR_FAULT, 0);
        assertEquals(Mode.STAND, machine.mode());
        assertEquals(Mode.WALK, after(OperatorRequest.WALK, 1));
    }

    @Test
    void sitsDownThenDampsUntilCleared() {
        walk();
        assertEquals(Mode.STAND, tripping(Fault.TEMPERATURE, OperatorRequest.NONE, 0.3));
        assertEquals(Mode.SIT_DOWN, tripping(Fault.TEMPERATURE, OperatorRequest.WALK, 1));
        assertEquals(Mode.FAULT, tripping(Fault.TEMPERATURE, OperatorRequest.STAND, 2));
        assertEquals(Mode.FAULT, tripping(Fault.TEMPERATURE, OperatorRequest.CLEAR_FAULT, 0.1));
        assertEquals(Mode.PASSIVE, after(OperatorRequest.CLEAR_FAULT, 0));
    }

    @Test
    void aStrongerReactionOverridesAGentlerOneAndNeverTheOtherWayRound() {
        walk();
        tripping(Fault.AIRBORNE, OperatorRequest.NONE, 0.3);
        assertEquals(Mode.FAULT, tripping(Fault.TILT, OperatorRequest.NONE, 0.01));
        assertEquals(Mode.FAULT, tripping(Fault.TEMPERATURE, OperatorRequest.STAND, 3));
        assertEquals(Fault.AIRBORNE, latch.first());
    }

    @Test
    void stopsAtOnceWhileItSitsDownForAFault() {
        walk();
        tripping(Fault.TEMPERATURE, OperatorRequest.NONE, 0.3);
        assertEquals(Mode.FAULT, tripping(Fault.TEMPERATURE, OperatorRequest.STOP, 0.01));
    }

    @Test
    void doesNotRiseWithAFaultThatWouldSitItDown() {
        estimate.position[2] = 0.27;
        assertEquals(Mode.FAULT, tripping(Fault.TEMPERATURE, OperatorRequest.STAND, 0.1));
    }
}
