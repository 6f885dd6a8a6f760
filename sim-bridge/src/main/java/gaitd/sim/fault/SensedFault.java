package gaitd.sim.fault;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.policies.learn.RandomStream;

/** A fault of a measured component: changes readings while it is in force. Allocates nothing after construction. */
final class SensedFault {
    private static final double S_PER_MS = 1e-3;
    private static final double ROUNDING_S = 1e-9;

    private final InjectedFault fault;
    private final RandomStream random = new RandomStream(0);
    private final ValueHistory history;
    private final double[] values = new double[SensedField.VALUES_MAX];
    private final double[] changed = new double[SensedField.VALUES_MAX];
    private final double[] held = new double[SensedField.VALUES_MAX];
    private boolean holding;

    SensedFault(final InjectedFault fault) {
        this.fault = fault;
        history = fault.type() == FaultType.DELAYED ? new ValueHistory(SensedField.VALUES_MAX) : null;
    }

    InjectedFault fault() {
        return fault;
    }

    void begin(final long seed) {
        random.reseed(RandomStream.seed(seed, fault.name().hashCode()));
        holding = false;
        if (history != null) {
            history.clear();
        }
    }

    void apply(final Sensed sensed, final double timeS) {
        final int count = SensedField.read(fault.component(), sensed, values);
        if (history != null) {
            history.put(timeS, values);
        }
        if (!fault.isActive(timeS)) {
            holding = false;
            return;
        }
        if (!holding) {
            System.arraycopy(values, 0, held, 0, count);
            holding = true;
        }
        System.arraycopy(values, 0, changed, 0, count);
        change(count, timeS);
        if (fault.component().instances != FaultInstances.ONE) {
            keepOthers(count);
        }
        SensedField.write(fault.component(), changed, sensed);
    }

    private void keepOthers(final int count) {
        for (int i = 0; i < count; i++) {
            if ((fault.bits() >> i & 1) == 0 && !isPartner(i)) {
                changed[i] = values[i];
            }
        }
    }

    /** Whether another part's value stands here in exchange. */
    private boolean isPartner(final int part) {
        return fault.type() == FaultType.ORDER && (fault.bits() >> partner(part) & 1) != 0;
    }

    /** The same part on the robot's other side. */
    private int partner(final int part) {
        return fault.component().instances == FaultInstances.FEET
                ? part ^ 1
                : A1.JOINTS_PER_LEG * (part / A1.JOINTS_PER_LEG ^ 1) + part % A1.JOINTS_PER_LEG;
    }

    private void change(final int count, final double timeS) {
        final boolean turned = fault.component() == FaultComponent.IMU_QUATERNION;
        if (turned && (fault.type() == FaultType.OFFSET || fault.type() == FaultType.DRIFT)) {
            turn(fault.argument() * (fault.type() == FaultType.DRIFT ? timeS - fault.fromS() : 1));
            return;
        }
        if (history != null) {
            history.get(timeS - fault.argument() * S_PER_MS + ROUNDING_S, changed);
            return;
        }
        for (int i = 0; i < count; i++) {
            final double value = values[i];
            changed[i] = switch (fault.type()) {
                case OFF -> 0;
                case STUCK -> held[i];
                case GARBAGE -> fault.argument() * (2 * random.nextDouble() - 1);
                case OFFSET -> value + fault.argument();
                case DRIFT -> value + fault.argument() * (timeS - fault.fromS());
                case SIGN -> turned && i == 0 ? value : -value;
                case SCALE -> value * fault.argument();
                case ORDER -> values[exchanged(i, count)];
                case INTERMITTENT -> fault.isOff(timeS) ? 0 : value;
                case SATURATED -> Math.clamp(value, -fault.argument(), fault.argument());
                default -> throw new IllegalStateException(fault.name());
            };
        }
    }

    private int exchanged(final int i, final int count) {
        if (fault.component().instances != FaultInstances.ONE) {
            return partner(i);
        }
        return count == 4 ? (i + 1) % count : i < 2 ? 1 - i : i;
    }

    /** Turns an orientation about the trunk's y axis. */
    private void turn(final double angleRad) {
        final double c = StrictMath.cos(angleRad / 2);
        final double s = StrictMath.sin(angleRad / 2);
        changed[0] = c * values[0] - s * values[2];
        changed[1] = c * values[1] - s * values[3];
        changed[2] = c * values[2] + s * values[0];
        changed[3] = c * values[3] + s * values[1];
    }
}
