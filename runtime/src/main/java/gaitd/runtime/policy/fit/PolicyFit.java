package gaitd.runtime.policy.fit;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.CellFactory;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.JointNames;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Posture;
import gaitd.policies.bundle.TargetRobot;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.kernel.FloatKernels;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.policy.ActionRow;
import gaitd.runtime.policy.JointOrder;
import gaitd.runtime.policy.LegAim;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.Scaling;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bundle that fits this robot's walk, ready to make walking policies. Immutable.
 *
 * <p>While a policy is blended in, the legs have the stiffness and damping of its manifest's posture; the default joint
 * angles there are what {@code joint_offset} is observed against.
 */
public final class PolicyFit {
    /**
     * Makes the networks that run in the loop, in plain float arithmetic: vectors are faster once they are compiled, but
     * until then their operations allocate (14 kB a tick over the first ten seconds of a run), which a loop must not.
     */
    public static final CellFactory CELLS = new Networks(FloatKernels.INSTANCE);

    private static final List<String> ROBOT_JOINTS =
            IntStream.range(0, A1.JOINTS).mapToObj(A1::jointName).toList();

    private final Bundle bundle;
    private final Config config;
    private final CellFactory cells;

    private PolicyFit(final Bundle bundle, final Config config, final CellFactory cells) {
        this.bundle = bundle;
        this.config = config;
        this.cells = cells;
    }

    /**
     * The robot that a bundle has to fit: the A1 with the rate and limits of a configuration.
     *
     * @param config the configuration
     * @return what {@link Bundle#open} checks against
     */
    public static TargetRobot robot(final Config config) {
        return new TargetRobot(
                ROBOT_JOINTS,
                config.get(Setting.RATE_HZ),
                IntStream.range(0, A1.JOINTS).mapToObj(A1::positionMinRad).toList(),
                IntStream.range(0, A1.JOINTS).mapToObj(A1::positionMaxRad).toList(),
                config.get(Setting.KP_MAX),
                config.get(Setting.KD_MAX));
    }

    /**
     * Takes a bundle that was opened against {@link #robot}.
     *
     * @param bundle the bundle
     * @param config limits of what a policy may add
     * @return the fit
     * @throws BundleException one line that names every action that cannot be taken, and those that can; or the joint that is
     *     aimed beyond its limits; or every setting of the walk that is not what the policy was trained on
     */
    public static PolicyFit of(final Bundle bundle, final Config config) {
        ActionLimits.check(bundle.manifest(), config);
        GaitSettings.check(bundle.manifest(), config);
        return new PolicyFit(bundle, config, CELLS);
    }

    /**
     * The same fit with networks of another factory.
     *
     * @param others makes them, in place of {@link #CELLS}
     * @return a fit of the same bundle
     */
    public PolicyFit with(final CellFactory others) {
        return new PolicyFit(bundle, config, others);
    }

    /**
     * The bundle.
     *
     * @return as given
     */
    public Bundle bundle() {
        return bundle;
    }

    /**
     * Makes a policy with a network of its own, off.
     *
     * @return to be owned by one control loop
     */
    public WalkingPolicy create() {
        final Manifest manifest = bundle.manifest();
        final List<Channel<ObservedSignal>> seen = manifest.observations();
        final List<Channel<ActedSignal>> acted = manifest.actions();
        final PolicyInput input = new PolicyInput(config);
        final JointOrder order = order(manifest);
        final Posture posture = manifest.posture();
        final double[] poseRad = order.toRobot(posture.poseRad());
        final boolean movesLegs = acted.getFirst().signal() == ActedSignal.JOINT_TARGET;
        final ObservationRow observation = new ObservationRow(
                seen.stream().map(Channel::signal).toArray(ObservedSignal[]::new),
                seen.stream().mapToInt(Channel::size).toArray(),
                seen.stream().map(Channel::facts).toArray(TermFacts[]::new),
                scaling(seen),
                poseRad,
                order);
        final ActionRow action = new ActionRow(
                acted.stream().map(Channel::signal).toArray(ActedSignal[]::new),
                scaling(acted),
                IntStream.range(0, PolicyInput.ACTIONS)
                        .mapToDouble(input::limit)
                        .toArray(),
                order,
                movesLegs ? new LegAim(config, order, poseRad) : null);
        return new WalkingPolicy(
                config,
                observation,
                action,
                new JointGains(order.toRobot(posture.kp()), order.toRobot(posture.kd())),
                cell(),
                manifest.cell().outputs(),
                manifest.cell().elapsedPerStep(),
                manifest.ticksPerStep());
    }

    /** Order of the joints in a manifest that was checked against {@link #robot}. */
    static JointOrder order(final Manifest manifest) {
        return new JointOrder(JointNames.places(manifest.joints(), ROBOT_JOINTS));
    }

    /** Makes a network of the bundle. */
    PolicyCell cell() {
        return cells.create(bundle.manifest().cell(), bundle.tensors());
    }

    private static Scaling scaling(final List<? extends Channel<?>> channels) {
        return new Scaling(
                all(channels.stream().map(Channel::scale)),
                all(channels.stream().map(Channel::offset)),
                all(channels.stream().map(Channel::min)),
                all(channels.stream().map(Channel::max)));
    }

    private static double[] all(final Stream<double[]> parts) {
        return parts.flatMapToDouble(Arrays::stream).toArray();
    }
}
