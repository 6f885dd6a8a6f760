package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorCommandCodec;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.MotorReplyCodec;
import gaitd.hal.bus.RotorCalibration;
import gaitd.hal.serial.PseudoTerminal;
import gaitd.hal.wire.DecodeResult;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The three motors of a bus: joints that follow their targets, and can be stuck, hot, broken or silent. */
final class PlayedMotors implements AutoCloseable {
    private static final long LOOK_NS = 20_000_000L;
    private static final double FOLLOWS = 0.5;

    /** Angles of the rotors, rad. */
    final double[] rotorRad = new double[A1.JOINTS_PER_LEG];

    final int[] temperatureC = {30, 31, 32};
    final int[] error = new int[A1.JOINTS_PER_LEG];
    final double[] torqueNm = new double[A1.JOINTS_PER_LEG];
    final boolean[] silent = new boolean[A1.JOINTS_PER_LEG];
    final boolean[] stuck = new boolean[A1.JOINTS_PER_LEG];

    /** Modes and gains of all commands: id, mode, stiffness, damping. */
    final List<double[]> heard = new CopyOnWriteArrayList<>();

    /** How many closed-loop commands with stiffness a motor obeys before it is silent for ever. */
    int obeyed = Integer.MAX_VALUE;

    private final PseudoTerminal terminal = PseudoTerminal.open();
    private final Thread thread = new Thread(this::play, "played-motors");
    private final RotorCalibration rotors;
    private final JointCommands joints = new JointCommands();
    private volatile boolean closing;

    PlayedMotors() {
        final int[] direction = new int[A1.JOINTS];
        Arrays.fill(direction, 1);
        rotors = new RotorCalibration(direction, new double[A1.JOINTS]);
        thread.setDaemon(true);
        thread.start();
    }

    String device() {
        return terminal.device();
    }

    private void play() {
        final byte[] in = new byte[MotorCommandCodec.SIZE];
        final byte[] out = new byte[MotorReplyCodec.SIZE];
        final MotorCommand command = new MotorCommand();
        final MotorReply reply = new MotorReply();
        int got = 0;
        while (!closing) {
            if (!terminal.line().await(LOOK_NS)) {
                continue;
            }
            got += Math.max(0, terminal.line().read(in, got, in.length - got));
            if (got < in.length) {
                continue;
            }
            got = 0;
            if (MotorCommandCodec.decode(view(in), command) == DecodeResult.OK && answers(command, reply)) {
                MotorReplyCodec.encode(reply, view(out));
                terminal.line().write(out, 0, out.length);
            }
        }
    }

    private boolean answers(final MotorCommand command, final MotorReply reply) {
        final int id = command.id;
        heard.add(new double[] {id, command.mode, command.stiffness, command.damping});
        MotorGear.toJoint(command, rotors, id, joints);
        final boolean driven = command.mode == MotorMode.SERVO && joints.kp[id] > 0;
        if (silent[id] || (driven && obeyed-- <= 0)) {
            return false;
        }
        if (driven && !stuck[id]) {
            rotorRad[id] += FOLLOWS * (command.positionRad - rotorRad[id]);
        }
        reply.id = id;
        reply.mode = command.mode;
        reply.temperatureC = temperatureC[id];
        reply.error = error[id];
        reply.positionRad = rotorRad[id];
        reply.torqueNm = torqueNm[id] / MotorGear.RATIO;
        return true;
    }

    private static ByteBuffer view(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Checks that a motor was driven, then damped for a while, then let go, and nothing after that. */
    boolean wasDampedAndLetGo(final int id) {
        final List<double[]> its =
                heard.stream().filter(one -> (int) one[0] == id).toList();
        final int count = its.size();
        final double[] last = its.getLast();
        final List<double[]> before = its.subList(Math.max(0, count - 51), count - 1);
        return last[1] == MotorMode.DAMPING
                && before.stream().allMatch(one -> one[1] == MotorMode.SERVO && one[2] == 0 && one[3] > 0);
    }

    long driven() {
        return heard.stream().filter(one -> one[2] > 0).count();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
