package gaitd.bench.switches;

import gaitd.hal.A1;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.PolicyText;
import gaitd.robot.trial.PolicyRig;
import gaitd.robot.trial.PolicySwitches;
import gaitd.robot.world.World;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.terrain.Terrain;

/** A walk at one velocity in which policies are switched on, off and over at times that chance decides. */
final class SwitchTrial {
    private static final Fault[] FAULTS = Fault.values();
    /** Ticks until a robot that was placed is commanded, not damped. */
    private static final int FIRST_TICKS = 5;

    private final long seed;
    private final PolicySwitches switches;
    private final PolicyRig rig;
    private final double[] last = new double[A1.JOINTS];

    /**
     * A robot on its feet, with the first policy chosen.
     *
     * @param walk settings and policies
     * @param asked velocity asked for: forward and to the left, m/s, turning to the left, rad/s
     * @param seed decides noise, the robot where it is varied, and the switches
     */
    SwitchTrial(final PolicyFiles.Walk walk, final double[] asked, final long seed) {
        this.seed = seed;
        switches = new PolicySwitches(seed, walk.policies().size());
        rig = new PolicyRig(
                walk.config(),
                walk.policies().stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new),
                new World(Terrain.FLAT, seed, null),
                () -> 0);
        rig.ask(asked[0], asked[1], asked[2]);
    }

    /** Walks to the end, the first fault or the first fall. */
    SwitchOutcome run(final double seconds) {
        try (rig) {
            double stepRad = 0;
            double onTiltRad = 0;
            double offTiltRad = 0;
            double sum = 0;
            long ticks = 0;
            Fault fault = Fault.NONE;
            PolicyFault policyFault = PolicyFault.NONE;
            while (rig.timeS() < seconds && rig.falls() == 0 && fault == Fault.NONE) {
                rig.request(switches.at(rig.timeS()));
                final TickFrame frame = rig.tick();
                final double tiltRad = rig.sample().tiltRad();
                stepRad = Math.max(stepRad, step(frame, ticks > FIRST_TICKS));
                fault = FAULTS[(int) frame.get(TickField.FAULT)];
                policyFault = policyFault == PolicyFault.NONE ? PolicyText.fault(frame) : policyFault;
                onTiltRad = switches.on() ? Math.max(onTiltRad, tiltRad) : onTiltRad;
                offTiltRad = switches.on() ? offTiltRad : Math.max(offTiltRad, tiltRad);
                sum += rig.sample().forwardMS;
                ticks++;
            }
            return new SwitchOutcome(
                    seed,
                    switches.made(),
                    rig.timeS(),
                    rig.falls() > 0,
                    fault,
                    policyFault,
                    stepRad,
                    onTiltRad,
                    offTiltRad,
                    sum / ticks);
        }
    }

    private double step(final TickFrame frame, final boolean counts) {
        double most = 0;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double q = frame.real(TickField.Q_COMMAND, joint);
            most = counts ? Math.max(most, Math.abs(q - last[joint])) : 0;
            last[joint] = q;
        }
        return most;
    }
}
