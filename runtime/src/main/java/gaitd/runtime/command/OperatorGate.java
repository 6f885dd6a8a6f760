package gaitd.runtime.command;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * The control side's guard of the command ring: believes nothing, obeys what is whole, in range, new and fresh.
 *
 * <p>The operator whose command was obeyed last drives. When it falls silent its velocity is taken away, and a walking robot
 * is made to stand a little later; before the first command there is no velocity at all. Called by the control thread once a
 * tick; looks at a bounded number of commands, allocates nothing.
 */
public final class OperatorGate implements CommandSource {
    private static final int LOOKS_A_TICK = 64;
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
    private final long standAfterNs;
    private final RawCommand raw = new RawCommand();
    private final long[] operators = new long[OPERATORS];
    private final long[] sequences = new long[OPERATORS];
    private final long[] heardNs = new long[OPERATORS];
    private boolean heard;
    private long newestNs;

    /**
     * A gate through which nobody has come.
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
        standAfterNs = silenceMaxNs + (long) (config.get(Setting.OPERATOR_STAND_S) * NS_PER_S);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The velocity is zero while there is no operator.
     */
    @Override
    public OperatorRequest update(final long nowNs, final boolean walking, final OperatorCommand out) {
        OperatorRequest request = OperatorRequest.NONE;
        out.gait = null;
        for (int i = 0; i < LOOKS_A_TICK && request == OperatorRequest.NONE && ring.poll(raw); i++) {
            final Verdict verdict = judge(nowNs);
            ring.judge(raw, verdict);
            if (verdict == Verdict.OBEYED) {
                obey(nowNs, out);
                request = out.request;
            }
        }
        final long silentNs = nowNs - newestNs;
        if (!heard || silentNs > silenceMaxNs) {
            out.vx = 0;
            out.vy = 0;
            out.yawRate = 0;
        }
        return request == OperatorRequest.NONE && walking && (!heard || silentNs > standAfterNs)
                ? OperatorRequest.STAND
                : request;
    }

    private void obey(final long nowNs, final OperatorCommand out) {
        heard = true;
        newestNs = nowNs;
        out.sequence = raw.ticket;
        out.request = REQUESTS[raw.request];
        out.gait = raw.gait < 0 ? out.gait : GAITS[raw.gait];
        out.vx = raw.vx;
        out.vy = raw.vy;
        out.yawRate = raw.yawRate;
    }

    private Verdict judge(final long nowNs) {
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
        return date(nowNs);
    }

    private Verdict date(final long nowNs) {
        int place = 0;
        for (int i = 0; i < OPERATORS; i++) {
            if (sequences[i] > 0 && operators[i] == raw.operator) {
                place = i;
                break;
            }
            if (heardNs[i] < heardNs[place]) {
                place = i;
            }
        }
        final boolean known = sequences[place] > 0 && operators[place] == raw.operator;
        if (known && raw.sequence <= sequences[place]) {
            return Verdict.REPEATED;
        }
        final long ageNs = nowNs - raw.sentNs;
        if (ageNs > ageMaxNs || ageNs < -ageMaxNs) {
            return Verdict.STALE;
        }
        operators[place] = raw.operator;
        sequences[place] = raw.sequence;
        heardNs[place] = nowNs;
        return Verdict.OBEYED;
    }
}
