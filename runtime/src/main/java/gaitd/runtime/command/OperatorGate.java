package gaitd.runtime.command;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * Accepts commands from the ring that are intact, in range, new and fresh, and refuses all others.
 *
 * <p>A stop is executed before all else, whatever its age, range and order, and makes void what was sent before it.
 *
 * <p>The velocity of the command accepted last is in force. It becomes zero when no command is accepted for
 * {@link Setting#OPERATOR_TIMEOUT_MS}, or when commands come and no person acted for {@link Setting#PERSON_GONE_S}; a walking
 * robot stands {@link Setting#OPERATOR_STAND_S} later. Before the first command it is zero. Called by the control thread once a tick; looks at a bounded number of commands, allocates
 * nothing.
 */
public final class OperatorGate implements CommandSource {
    private static final int COMMANDS_A_TICK = 64;
    private static final int OPERATORS = 16;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;
    private static final OperatorRequest[] REQUESTS = OperatorRequest.values();
    private static final Gait[] GAITS = Gait.values();

    private final CommandRing ring;
    private final double vxMax;
    private final double vyMax;
    private final double yawMax;
    private final long ageMaxNs;
    private final long silenceMaxNs;
    private final long idleMaxNs;
    private final long standAfterNs;
    private final RawCommand raw = new RawCommand();
    private final long[] operators = new long[OPERATORS];
    private final long[] sequences = new long[OPERATORS];
    private final long[] acceptedNs = new long[OPERATORS];
    private long voidTicket;
    private boolean accepted;
    private long newestNs;
    private long actedNs;
    private boolean holds;

    /**
     * A gate that has accepted nothing.
     *
     * @param config ranges and times
     * @param ring where commands come from
     */
    public OperatorGate(final Config config, final CommandRing ring) {
        this.ring = ring;
        vxMax = config.get(Setting.VX_MAX);
        vyMax = config.get(Setting.VY_MAX);
        yawMax = config.get(Setting.YAW_MAX);
        ageMaxNs = (long) (config.get(Setting.COMMAND_AGE_MAX_MS) * NS_PER_MS);
        silenceMaxNs = (long) (config.get(Setting.OPERATOR_TIMEOUT_MS) * NS_PER_MS);
        idleMaxNs = (long) (config.get(Setting.PERSON_GONE_S) * NS_PER_S);
        standAfterNs = (long) (config.get(Setting.OPERATOR_STAND_S) * NS_PER_S);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The velocity is zero while there is no operator.
     */
    @Override
    public OperatorRequest update(final long nowNs, final boolean walking, final OperatorCommand out) {
        out.gait = null;
        if (ring.stopTaken(voidTicket, raw)) {
            discard();
            return OperatorRequest.STOP;
        }
        OperatorRequest request = OperatorRequest.NONE;
        for (int i = 0; i < COMMANDS_A_TICK && request == OperatorRequest.NONE && ring.poll(raw); i++) {
            final Verdict verdict = judge(nowNs);
            ring.judge(raw, verdict);
            if (verdict == Verdict.ACCEPTED && raw.ticket > voidTicket) {
                accept(nowNs, out);
                request = out.request;
            }
        }
        final long lateNs = lateNs(nowNs, out);
        if (lateNs > 0) {
            out.halt();
        }
        return request == OperatorRequest.NONE && walking && lateNs > standAfterNs ? OperatorRequest.STAND : request;
    }

    /** For how long nobody commands the robot, not more than 0 while somebody does. */
    private long lateNs(final long nowNs, final OperatorCommand out) {
        if (!accepted) {
            out.state = OperatorState.NONE;
            return Long.MAX_VALUE;
        }
        final long silentNs = nowNs - newestNs - silenceMaxNs;
        final boolean future = actedNs - nowNs > ageMaxNs;
        final long idleNs = holds ? 0 : future ? Long.MAX_VALUE : nowNs - actedNs - idleMaxNs;
        out.state = silentNs > 0 ? OperatorState.LOST : idleNs > 0 ? OperatorState.IDLE : OperatorState.ACTIVE;
        return Math.max(silentNs, idleNs);
    }

    @Override
    public void discard() {
        accepted = false;
        voidTicket = ring.newestTicket();
    }

    private void accept(final long nowNs, final OperatorCommand out) {
        accepted = true;
        newestNs = nowNs;
        actedNs = raw.actedNs;
        out.actedNs = raw.actedNs;
        holds = raw.holds;
        out.sequence = raw.ticket;
        out.request = REQUESTS[raw.request];
        out.gait = raw.gait < 0 ? out.gait : GAITS[raw.gait];
        out.vx = raw.vx;
        out.vy = raw.vy;
        out.yawRate = raw.yawRate;
    }

    private Verdict judge(final long nowNs) {
        if (raw.intact && raw.request == OperatorRequest.STOP.ordinal()) {
            return Verdict.ACCEPTED;
        }
        if (raw.ticket <= voidTicket) {
            return Verdict.VOID;
        }
        if (!raw.intact
                || raw.request < 0
                || raw.request >= REQUESTS.length
                || raw.gait < -1
                || raw.gait >= GAITS.length
                || raw.sequence < 1) {
            return Verdict.MALFORMED;
        }
        if (!(Math.abs(raw.vx) <= vxMax && Math.abs(raw.vy) <= vyMax && Math.abs(raw.yawRate) <= yawMax)) {
            return Verdict.OUT_OF_RANGE;
        }
        return judgeAge(nowNs);
    }

    private Verdict judgeAge(final long nowNs) {
        int place = 0;
        for (int i = 0; i < OPERATORS; i++) {
            if (operators[i] == raw.operator) {
                place = i;
                break;
            }
            if (acceptedNs[i] < acceptedNs[place]) {
                place = i;
            }
        }
        if (operators[place] == raw.operator && raw.sequence <= sequences[place]) {
            return Verdict.REPEATED;
        }
        final long ageNs = nowNs - raw.sentNs;
        if (ageNs > ageMaxNs || ageNs < -ageMaxNs) {
            return Verdict.STALE;
        }
        operators[place] = raw.operator;
        sequences[place] = raw.sequence;
        acceptedNs[place] = nowNs;
        return Verdict.ACCEPTED;
    }
}
