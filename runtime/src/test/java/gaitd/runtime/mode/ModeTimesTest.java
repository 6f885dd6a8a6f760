package gaitd.runtime.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tick at which a mode ends, at a rate whose period has no rounding, and what has to hold at the end of standing up. */
class ModeTimesTest {
    private static final int RATE_HZ = 512;

    private final BodyEstimate estimate = new BodyEstimate();
    private final FaultLatch latch = new FaultLatch();
    private ModeMachine machine = with(30);
    private boolean ready = true;

    private static ModeMachine with(final double hungUpN) {
        return new ModeMachine(new Config.Builder()
                .set(Setting.RATE_HZ, RATE_HZ, "test")
                .set(Setting.HUNG_UP_N, hungUpN, "test")
                .conclude());
    }

    private Mode ask(final OperatorRequest request) {
        latch.beginTick(0, 0);
        machine.update(request, true, ready, estimate, latch);
        return machine.mode();
    }

    private Mode after(final int ticks) {
        for (int i = 0; i < ticks; i++) {
            ask(OperatorRequest.NONE);
        }
        return machine.mode();
    }

    private void carry(final double forceN, final double heightM) {
        estimate.footForceN[1] = forceN;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            estimate.footBody[3 * leg + 2] = A1.FOOT_RADIUS_M - heightM;
        }
        estimate.position[2] = heightM;
    }

    private void walk() {
        carry(120, 0.27);
        machine.begin(Mode.STAND);
        ask(OperatorRequest.WALK);
        assertEquals(Mode.WALK, after(RATE_HZ));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void beginsInAModeWithoutAPendingRequest(final Mode mode) {
        walk();
        ask(OperatorRequest.SIT);
        machine.begin(mode);
        assertEquals(mode, machine.mode());
        assertEquals(0, machine.inModeS());
        machine.begin(Mode.STAND);
        assertEquals(Mode.STAND, after(2 * RATE_HZ));
        ask(OperatorRequest.WALK);
        machine.begin(Mode.STAND);
        assertEquals(Mode.STAND, after(2 * RATE_HZ));
    }

    @Test
    void knowsForHowLongItHasBeenInAMode() {
        walk();
        ask(OperatorRequest.STAND);
        assertEquals(Mode.STAND, after(1));
        after(100);
        assertEquals(100.0 / RATE_HZ, machine.inModeS(), 1e-12);
        latch.trip(Fault.TILT, -1, 60);
        machine.update(OperatorRequest.NONE, true, ready, estimate, latch);
        after(100);
        assertEquals(100.0 / RATE_HZ, machine.inModeS(), 1e-12);
    }

    @Test
    void standsWhenTheTimeOfStandingUpIsOver() {
        carry(120, 0.27);
        assertEquals(Mode.STAND_UP, ask(OperatorRequest.STAND));
        assertEquals(Mode.STAND_UP, after(2 * RATE_HZ - 1));
        assertEquals(Mode.STAND, after(1));
    }

    @Test
    void isPassiveWhenTheTimeOfSittingDownIsOver() {
        machine.begin(Mode.SIT_DOWN);
        assertEquals(Mode.SIT_DOWN, after(3 * RATE_HZ / 2 - 1));
        assertEquals(Mode.PASSIVE, after(1));
    }

    @Test
    void standsTwelveSecondsAfterItWasAskedToThoughItDoesNotComeToRest() {
        walk();
        ready = false;
        ask(OperatorRequest.STAND);
        assertEquals(Mode.WALK, after(12 * RATE_HZ - 1));
        assertEquals(Mode.STAND, after(1));
    }

    /** Rises with so much force on its feet for all but the last ticks, and with another then. */
    private Mode rise(final double forceN, final double heightM, final int lastTicks, final double lastForceN) {
        machine.begin(Mode.PASSIVE);
        ask(OperatorRequest.STAND);
        carry(forceN, heightM);
        after(2 * RATE_HZ - lastTicks);
        carry(lastForceN, heightM);
        return after(lastTicks);
    }

    @ParameterizedTest
    @CsvSource({
        "30,0.27,STAND,NONE",
        "29.99,0.27,SIT_DOWN,HUNG_UP",
        "-20,0.27,SIT_DOWN,HUNG_UP",
        "NaN,0.27,SIT_DOWN,HUNG_UP"
    })
    void aRisenRobotWhoseFeetCarryTooLittleHangs(
            final double forceN, final double heightM, final Mode mode, final Fault fault) {
        rise(forceN, heightM, 0, 0);
        assertEquals(fault, latch.first());
        assertEquals(mode, after(1));
        assertEquals(fault == Fault.NONE ? 0 : forceN, latch.value());
    }

    @ParameterizedTest
    @CsvSource({"0.18,HUNG_UP", "0.1799,STAND_UP_FAILED"})
    void aRobotThatDidNotRiseDoesNotHang(final double heightM, final Fault fault) {
        rise(0, heightM, 0, 0);
        assertEquals(fault, latch.first());
    }

    @ParameterizedTest
    @CsvSource({"51,NONE", "52,HUNG_UP"})
    void hangsWhenItHasCarriedNothingForATenthOfASecond(final int lastTicks, final Fault fault) {
        rise(120, 0.27, lastTicks, 0);
        assertEquals(fault, latch.first());
    }

    @Test
    void aFootThatTouchesNowAndThenEndsTheHanging() {
        machine.begin(Mode.PASSIVE);
        ask(OperatorRequest.STAND);
        for (int i = 1; i <= 2 * RATE_HZ; i++) {
            carry(i % 40 == 0 ? 120 : 0, 0.27);
            ask(OperatorRequest.NONE);
        }
        assertEquals(Mode.STAND, machine.mode());
    }

    @Test
    void theForceThatIsTooLittleIsThatOfTheSettings() {
        machine = with(50);
        rise(49, 0.27, 0, 0);
        assertEquals(Fault.HUNG_UP, latch.first());
        latch.beginTick(0, 0);
        latch.clear();
        rise(50, 0.27, 0, 0);
        assertEquals(Mode.STAND, machine.mode());
    }

    /** Hung up, it does not believe its height: no foot is on the ground. */
    @Test
    void aRobotThatMayHangStandsAndOneThatDidNotRiseStillFails() {
        machine = with(Double.NEGATIVE_INFINITY);
        machine.begin(Mode.PASSIVE);
        ask(OperatorRequest.STAND);
        carry(0, 0.27);
        estimate.position[2] = 0;
        assertEquals(Mode.STAND, after(2 * RATE_HZ));
        machine.begin(Mode.PASSIVE);
        ask(OperatorRequest.STAND);
        carry(30, 0.27);
        estimate.position[2] = 0;
        after(2 * RATE_HZ);
        assertEquals(Fault.STAND_UP_FAILED, latch.first());
    }

    @ParameterizedTest
    @CsvSource({"true,SIT_DOWN", "false,FAULT"})
    void aFaultThatSitsDownEndsStandingUp(final boolean folded, final Mode mode) {
        ask(OperatorRequest.STAND);
        after(10);
        ready = folded;
        latch.trip(Fault.TEMPERATURE, 3, 81);
        machine.update(OperatorRequest.NONE, true, ready, estimate, latch);
        assertEquals(mode, after(1));
    }

    @Test
    void aPendingWalkIsForgottenWhereAFaultOnlyLetsItStand() {
        carry(120, 0.27);
        machine.begin(Mode.STAND);
        ask(OperatorRequest.WALK);
        latch.trip(Fault.AIRBORNE, -1, 1);
        machine.update(OperatorRequest.NONE, true, ready, estimate, latch);
        ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.STAND, after(2 * RATE_HZ));
    }

    @Test
    void aFaultThatOnlyLetsItStandNeverShortensSlowingDown() {
        walk();
        ready = false;
        ask(OperatorRequest.STAND);
        for (int i = 0; i < 12 * RATE_HZ - 1; i++) {
            latch.beginTick(i, 0);
            latch.trip(Fault.AIRBORNE, -1, 1);
            machine.update(OperatorRequest.NONE, true, ready, estimate, latch);
            assertEquals(Mode.WALK, machine.mode());
        }
        assertEquals(Mode.STAND, after(1));
    }

    @Test
    void aFaultedRobotDoesNotListenToAStop() {
        machine.begin(Mode.STAND);
        latch.trip(Fault.TILT, -1, 60);
        machine.update(OperatorRequest.NONE, true, ready, estimate, latch);
        assertEquals(Mode.FAULT, ask(OperatorRequest.STOP));
    }
}
