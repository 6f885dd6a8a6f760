package gaitd.bench.faults;

import gaitd.hal.Arrivals;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A robot's port that keeps the last command as the robot reads it. */
final class TappedPort implements RobotPort {
    private static final long PRIME = 1_099_511_628_211L;

    private final RobotPort port;
    private final ByteBuffer bytes = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final JointCommands decoded = new JointCommands();
    private long digest;

    TappedPort(final RobotPort port) {
        this.port = port;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        return port.receive(out, nowNs);
    }

    @Override
    public boolean send(final JointCommands commands) {
        LowCmdCodec.encode(commands, bytes);
        LowCmdCodec.decode(bytes, LowCmdCodec.SIZE, decoded);
        for (int i = 0; i < LowCmdCodec.SIZE; i++) {
            digest = (digest ^ bytes.get(i)) * PRIME;
        }
        return port.send(commands);
    }

    /** Whether the last command drives a joint: asks for more than damping. */
    boolean drives() {
        for (int j = 0; j < decoded.mode.length; j++) {
            if (decoded.mode[j] == MotorMode.SERVO && (decoded.kp[j] > 0 || decoded.tau[j] != 0)) {
                return true;
            }
        }
        return false;
    }

    /** Depends on every byte that was sent. */
    long digest() {
        return digest;
    }

    /** The last command after encoding and decoding. */
    JointCommands commands() {
        return decoded;
    }

    @Override
    public PortCounters counters() {
        return port.counters();
    }

    @Override
    public Arrivals arrivals() {
        return port.arrivals();
    }

    @Override
    public void close() {
        port.close();
    }
}
