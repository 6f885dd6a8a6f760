package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Judges the commands of a process by its frames, as the robot reads them: encoded and decoded again. */
final class FrameJudge {
    private final CommandJudge judge;
    private final ByteBuffer bytes = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final JointCommands sent = new JointCommands();
    private final JointCommands read = new JointCommands();
    private final Sensed seen = new Sensed();
    private long lostFrames;

    FrameJudge(final Config config) {
        judge = new CommandJudge(config);
    }

    /** One frame, with how many were lost before it since the beginning. */
    void judge(final TickFrame frame, final long lost) {
        if (lost != lostFrames) {
            lostFrames = lost;
            judge.forget();
        }
        Arrays.fill(sent.mode, MotorMode.SERVO);
        seen.sequence = frame.get(TickField.STATES_ACCEPTED);
        for (int j = 0; j < A1.JOINTS; j++) {
            sent.q[j] = frame.real(TickField.Q_COMMAND, j);
            sent.dq[j] = frame.real(TickField.DQ_COMMAND, j);
            sent.tau[j] = frame.real(TickField.TAU_COMMAND, j);
            sent.kp[j] = frame.real(TickField.KP_COMMAND, j);
            sent.kd[j] = frame.real(TickField.KD_COMMAND, j);
            seen.q[j] = frame.real(TickField.Q, j);
            seen.dq[j] = frame.real(TickField.DQ, j);
        }
        LowCmdCodec.encode(sent, bytes);
        LowCmdCodec.decode(bytes, LowCmdCodec.SIZE, read);
        judge.judge(read, seen);
    }

    /** What was found. */
    CommandJudge commands() {
        return judge;
    }
}
