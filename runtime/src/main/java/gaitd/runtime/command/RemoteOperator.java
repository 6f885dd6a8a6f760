package gaitd.runtime.command;

import gaitd.hal.Remote;
import gaitd.hal.RemoteButton;
import gaitd.hal.Sensed;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RemoteUse;
import gaitd.runtime.config.Setting;

/**
 * The person with the robot's own remote: A stands up, START walks, X sits down, Y clears a fault, the left stick walks and the right one
 * turns. B stops, whoever commands and whatever the settings say.
 *
 * <p>Who acted last commands: the remote by a button or a stick that moves, other operators by their persons' acts. A remote that
 * commands and is not there any more, or whose bytes stay the same for {@link Setting#PERSON_GONE_S}, is an operator that is gone: the
 * velocity is zero, then the robot stands. Called by the control thread once a tick, after the other operators; allocates nothing.
 */
public final class RemoteOperator {
    private static final double DEAD_ZONE = 0.08;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;

    private final boolean commands;
    private final double vxMax;
    private final double vyMax;
    private final double yawMax;
    private final long silenceMaxNs;
    private final long idleMaxNs;
    private final long standAfterNs;
    private final Remote remote = new Remote();
    private final byte[] before = new byte[Remote.BYTES];
    private int pressedBefore;
    private boolean inCommand;
    private long seenNs;
    private long actedNs;

    /**
     * A remote that nobody has used yet.
     *
     * @param config what it may do, and the ranges of velocities
     */
    public RemoteOperator(final Config config) {
        commands = config.get(ChoiceSetting.REMOTE) == RemoteUse.COMMAND;
        vxMax = config.get(Setting.VX_MAX);
        vyMax = config.get(Setting.VY_MAX);
        yawMax = config.get(Setting.YAW_MAX);
        silenceMaxNs = (long) (config.get(Setting.OPERATOR_TIMEOUT_MS) * NS_PER_MS);
        idleMaxNs = (long) (config.get(Setting.PERSON_GONE_S) * NS_PER_S);
        standAfterNs = (long) (config.get(Setting.OPERATOR_STAND_S) * NS_PER_S);
    }

    /**
     * Takes the newest reading, before other operators are asked in a tick.
     *
     * @param sensed the reading, not modified
     * @return whether a stop is held: whatever is asked for meanwhile is void
     */
    public boolean holdsStop(final Sensed sensed) {
        remote.set(sensed.wirelessRemote);
        return remote.isPressed(RemoteButton.B);
    }

    /**
     * One tick, after {@link #holdsStop}.
     *
     * @param sensed the newest reading, not modified
     * @param nowNs the loop's clock, ns
     * @param walking whether the robot walks
     * @param others what other operators ask for
     * @param out their velocity; the remote's while it commands
     * @return what is asked for
     */
    public OperatorRequest update(
            final Sensed sensed,
            final long nowNs,
            final boolean walking,
            final OperatorRequest others,
            final OperatorCommand out) {
        final int pressed = remote.buttons & ~pressedBefore;
        pressedBefore = remote.buttons;
        if (remote.isPressed(RemoteButton.B)) {
            inCommand = false;
            return (pressed & RemoteButton.B.bit) != 0 || others == OperatorRequest.STOP
                    ? OperatorRequest.STOP
                    : OperatorRequest.NONE;
        }
        if (!commands || others == OperatorRequest.STOP) {
            inCommand &= others != OperatorRequest.STOP;
            return others;
        }
        if (remote.present) {
            seenNs = nowNs;
            if (changed(sensed.wirelessRemote) && (pressed != 0 || deflected())) {
                inCommand = true;
                actedNs = nowNs;
            }
        }
        inCommand &= out.actedNs <= actedNs;
        return inCommand ? command(nowNs, walking, pressed, out) : others;
    }

    private OperatorRequest command(
            final long nowNs, final boolean walking, final int pressed, final OperatorCommand out) {
        out.gait = null;
        out.vx = stick(remote.ly) * vxMax;
        out.vy = -stick(remote.lx) * vyMax;
        out.yawRate = -stick(remote.rx) * yawMax;
        final long silentNs = nowNs - seenNs - silenceMaxNs;
        final long idleNs = nowNs - actedNs - idleMaxNs;
        out.state = silentNs > 0 ? OperatorState.LOST : idleNs > 0 ? OperatorState.IDLE : OperatorState.ACTIVE;
        final long lateNs = Math.max(silentNs, idleNs);
        if (lateNs > 0) {
            out.halt();
        }
        return walking && lateNs > standAfterNs ? OperatorRequest.STAND : request(pressed);
    }

    private static OperatorRequest request(final int pressed) {
        if ((pressed & RemoteButton.X.bit) != 0) {
            return OperatorRequest.SIT;
        }
        if ((pressed & RemoteButton.A.bit) != 0) {
            return OperatorRequest.STAND;
        }
        if ((pressed & RemoteButton.START.bit) != 0) {
            return OperatorRequest.WALK;
        }
        return (pressed & RemoteButton.Y.bit) != 0 ? OperatorRequest.CLEAR_FAULT : OperatorRequest.NONE;
    }

    private boolean deflected() {
        return stick(remote.lx) != 0 || stick(remote.ly) != 0 || stick(remote.rx) != 0;
    }

    /** Zero within the dead zone, then steadily up to 1. */
    private static double stick(final double value) {
        final double beyond = Math.abs(value) - DEAD_ZONE;
        return beyond <= 0 ? 0 : Math.copySign(beyond / (1 - DEAD_ZONE), value);
    }

    private boolean changed(final byte[] wire) {
        boolean changed = false;
        for (int i = 0; i < Remote.BYTES; i++) {
            changed |= wire[i] != before[i];
            before[i] = wire[i];
        }
        return changed;
    }
}
