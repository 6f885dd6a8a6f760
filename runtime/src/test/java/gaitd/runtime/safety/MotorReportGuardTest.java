package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MotorReportGuardTest {
    private final MotorReportGuard guard = new MotorReportGuard();
    private final FaultLatch latch = new FaultLatch();
    private final Sensed sensed = new Sensed();

    static IntStream joints() {
        return IntStream.range(0, A1.JOINTS);
    }

    private void state() {
        sensed.sequence++;
        latch.beginTick(sensed.sequence, 0);
        guard.update(sensed, latch);
    }

    @ParameterizedTest
    @MethodSource("joints")
    void aSilentMotorDampsTheRobotAtOnce(final int joint) {
        for (final int mode : new int[] {MotorMode.DAMPING, MotorMode.SERVO, 0xFF}) {
            sensed.motorMode[joint] = mode;
            state();
            assertFalse(latch.isTripped(), "every mode that a byte can tell is another guard's");
        }
        sensed.motorMode[joint] = MotorMode.SILENT;
        state();
        assertEquals(Fault.MOTOR_SILENT, latch.first());
        assertEquals(joint, latch.joint());
        assertEquals(Reaction.DAMP, latch.reaction());
        assertFalse(latch.clear(), "it is silent still");
    }

    @ParameterizedTest
    @MethodSource("joints")
    void anErrorOfThreeStatesSitsTheRobotDown(final int joint) {
        sensed.motorError[joint] = 4;
        state();
        state();
        sensed.motorError[joint] = 0;
        state();
        sensed.motorError[joint] = 4;
        state();
        state();
        latch.beginTick(99, 0);
        guard.update(sensed, latch);
        assertFalse(latch.isTripped(), "two states in a row, the second looked at twice");
        state();
        assertEquals(Fault.MOTOR_ERROR, latch.first());
        assertEquals(joint, latch.joint());
        assertEquals(4, latch.value());
        assertEquals(Reaction.SIT_DOWN, latch.reaction());
        sensed.motorError[joint] = 0;
        state();
        assertTrue(latch.clear());
    }
}
