package gaitd.lab.course;

import gaitd.runtime.config.Config;
import java.util.function.UnaryOperator;

/**
 * One level of a condition.
 *
 * @param level how hard, in the ladder's unit
 * @param terrain name of the ground
 * @param change of the robots' settings
 * @param drive what is asked of a walk
 */
record CourseRung(double level, String terrain, UnaryOperator<Config.Builder> change, CourseDrive drive) {}
