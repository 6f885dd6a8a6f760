package gaitd.lab.course;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.SubjectText;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.walks.WalkSpec;
import gaitd.lab.work.WorkUnit;
import gaitd.runtime.config.Setting;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;

/**
 * One block of the walks of one policy at one level; the answer has them in the order of {@link WalkBatch#walks}.
 *
 * @param subject the policy, with the settings of the level's robots
 * @param condition name of the ladder
 * @param level of the rung
 * @param engine physics
 * @param walks at the level
 * @param seed of the level's walks
 * @param block which
 */
record CourseUnit(SubjectText subject, String condition, double level, Engine engine, int walks, long seed, int block)
        implements WorkUnit<CourseWalks> {
    @Override
    public CourseWalks answer() {
        final Subject walker = subject.open();
        final CourseRung rung = Course.ladders(condition, false).getFirst().rung(level);
        final CourseDrive drive = rung.drive();
        final WalkSpec spec = new WalkSpec(
                walker, rung.terrain(), drive.starts(), FaultPlan.NONE, FieldCase.NOMINAL, drive.limitS(), walks, seed);
        final CourseWatch watch = new CourseWatch(drive, 1 / walker.config().get(Setting.POLICY_RATE_HZ), walks);
        new WalkBatch(spec, engine).run(block, watch);
        return watch.walks().some(WalkBatch.walks(walks, block));
    }
}
