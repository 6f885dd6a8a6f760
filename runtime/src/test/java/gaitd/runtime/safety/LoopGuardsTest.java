package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The guards of the loop itself: missed ticks, commands that do not leave, and which guards are off. */
class LoopGuardsTest {
    private static final long STALE_NS = 60_000_000;

    private final MissedTickGuard missed = new MissedTickGuard(Config.defaults());
    private final SendingGuard sending = new SendingGuard(Config.defaults());
    private final FaultLatch latch = new FaultLatch();

    @ParameterizedTest
    @EnumSource
    void fiftyTicksMayBeMissedInARowAndAnyNumberInAPassiveRobot(final Mode mode) {
        missed.update(50, mode, latch);
        assertEquals(Fault.NONE, latch.first());
        missed.update(51, mode, latch);
        assertEquals(mode == Mode.PASSIVE ? Fault.NONE : Fault.TICKS_MISSED, latch.first());
        assertEquals(mode == Mode.PASSIVE ? 0 : 51, latch.value());
    }

    @ParameterizedTest
    @CsvSource({"STAND,-5", "WALK,0", "FAULT,1000000000", "PASSIVE,7"})
    void commandsMayStayHereUntilTheLimitAndNotOneNanosecondLonger(final Mode mode, final long firstNs) {
        sending.update(false, firstNs, mode, latch);
        sending.update(false, firstNs + STALE_NS, mode, latch);
        assertEquals(Fault.NONE, latch.first());
        sending.update(false, firstNs + STALE_NS + 1, mode, latch);
        assertEquals(mode == Mode.PASSIVE ? Fault.NONE : Fault.COMMANDS_NOT_SENT, latch.first());
        assertEquals(mode == Mode.PASSIVE ? 0 : 60.000001, latch.value(), 1e-9);
    }

    @Test
    void aCommandThatLeavesAndAResetBeginTheTimeAgain() {
        sending.update(false, 0, Mode.WALK, latch);
        sending.update(true, STALE_NS, Mode.WALK, latch);
        sending.update(false, STALE_NS + 1, Mode.WALK, latch);
        sending.update(false, 2 * STALE_NS + 1, Mode.WALK, latch);
        sending.reset();
        sending.update(false, 2 * STALE_NS + 2, Mode.WALK, latch);
        sending.update(false, 3 * STALE_NS + 2, Mode.WALK, latch);
        assertEquals(Fault.NONE, latch.first());
    }

    @Test
    void aGuardIsOffWhereItsLimitIsTheWordOff() {
        assertEquals(0, GuardsOff.bits(Config.defaults()));
        assertEquals(
                Fault.TILT.bit() | Fault.STALL.bit() | Fault.FALLEN.bit(),
                GuardsOff.bits(new Config.Builder()
                        .set(Setting.TILT_MAX_DEG, Double.POSITIVE_INFINITY, "test")
                        .set(Setting.STALL_NM, Double.POSITIVE_INFINITY, "test")
                        .set(Setting.FALLEN_HEIGHT_M, Double.NEGATIVE_INFINITY, "test")
                        .conclude()));
    }
}
