package gaitd.robot.trial;

import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.world.World;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.Engine;
import gaitd.sim.terrain.Terrain;

/**
 * One walk of a trial.
 *
 * @param episode what is asked
 * @param engine physics
 * @param seed draws the robot, its noise, pushes and switches
 */
record TrialWalk(TrialEpisode episode, Engine engine, long seed) {
    private static final Fault[] FAULTS = Fault.values();

    /**
     * Walks until the end, the first fall, or the first guard that does more than warn.
     *
     * @param walk policy and settings
     * @return what was seen; the same arguments give the same
     */
    TriedWalk run(final PolicyFiles.Walk walk) {
        final PolicyFit fit = walk.policies().getFirst();
        final OutputWatch outputs = new OutputWatch(fit.bundle().manifest());
        final WalkingPolicy policy = fit.with(outputs.around(PolicyFit.CELLS)).create();
        final World.Push push = episode.what() == TrialEvent.PUSHES
                ? new World.Push(TrialEvent.PUSH_M_S, TrialEvent.PUSH_EVERY_S)
                : null;
        final TrialMeter meter = new TrialMeter(walk.config());
        final PolicySwitches switches = new PolicySwitches(seed, 1);
        boolean sat = false;
        try (PolicyRig rig = new PolicyRig(
                walk.config(), new WalkingPolicy[] {policy}, new World(Terrain.FLAT, seed, push, engine), () -> 0)) {
            rig.ask(episode.vx(), episode.vy(), episode.yawRate());
            boolean goesOn = true;
            while (goesOn && rig.timeS() < episode.seconds()) {
                if (episode.what() == TrialEvent.SWITCHES) {
                    rig.request(switches.at(rig.timeS()));
                } else if (episode.what() == TrialEvent.SITS && rig.timeS() >= TrialEvent.SITS_AT_S && !sat) {
                    rig.request(OperatorRequest.SIT);
                    sat = true;
                }
                final TickFrame frame = rig.tick();
                meter.add(frame, rig.mode(), rig.sample(), rig.timeS());
                goesOn = rig.falls() == 0
                        && FAULTS[(int) frame.get(TickField.FAULT)].reaction.ordinal() <= Reaction.WARN.ordinal()
                        && !(sat && rig.mode() == Mode.PASSIVE);
            }
            return new TriedWalk(
                    engine,
                    seed,
                    rig.timeS(),
                    rig.falls() > 0,
                    episode.what() == TrialEvent.SITS && rig.mode() != Mode.PASSIVE,
                    meter.figures(),
                    outputs.outside(),
                    meter.guards(),
                    meter.policyFault(),
                    meter.tilts());
        }
    }
}
