package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.provider.Arguments;

/** A governor of a standing robot, what it is told, and what the robot reads of it. */
final class Governed {
    final SafetyGovernor governor;
    final Sensed sensed = new Sensed();
    final FaultLatch latch = new FaultLatch();
    final JointCommands commands = new JointCommands();
    final JointCommands read = new JointCommands();
    final BodyEstimate estimate = new BodyEstimate();
    long nowNs;

    private final ByteBuffer wire = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);

    Governed(final Config config) {
        governor = new SafetyGovernor(config);
        sensed.sequence = 1;
        sensed.accelerometer[2] = Gravity.M_S2;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            estimate.footBody[3 * leg + 2] = -0.25;
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.q[i] = middle(i);
        }
        hold();
    }

    /** Asks for the measured pose. */
    void hold() {
        commands.damp(2);
        for (int i = 0; i < A1.JOINTS; i++) {
            commands.q[i] = sensed.q[i];
            commands.kp[i] = 60;
        }
    }

    /** A representable angle in the middle of a joint's range. */
    static double middle(final int joint) {
        return new double[] {0, 0.75, -1.625}[joint % A1.JOINTS_PER_LEG];
    }

    /** One tick; returns what was limited. */
    int govern(final Mode mode) {
        latch.beginTick(0, 0);
        governor.update(sensed, estimate, mode, nowNs, latch, commands);
        LowCmdCodec.encode(commands, wire);
        Assertions.assertEquals(DecodeResult.OK, LowCmdCodec.decode(wire, LowCmdCodec.SIZE, read));
        return governor.limitedBits();
    }

    int govern() {
        return govern(Mode.STAND);
    }

    /** Ticks of a standing robot that asks for its pose; gives the fault that is latched first. */
    Fault after(final int ticks) {
        for (int i = 0; i < ticks; i++) {
            hold();
            govern();
        }
        return latch.first();
    }

    /** Torque that a drive gives by what it read. */
    double torqueNm(final int i) {
        return read.tau[i] + read.kp[i] * (read.q[i] - sensed.q[i]) + read.kd[i] * (read.dq[i] - sensed.dq[i]);
    }

    /** Every joint with both signs. */
    static Stream<Arguments> jointsAndSigns() {
        return IntStream.range(0, A1.JOINTS)
                .boxed()
                .flatMap(i -> Stream.of(-1, 1).map(sign -> Arguments.of(i, sign)));
    }
}
