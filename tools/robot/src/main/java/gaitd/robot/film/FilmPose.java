package gaitd.robot.film;

/**
 * Where a robot and its joints are in one picture of a film.
 *
 * @param placeM trunk origin in the world, 3, m
 * @param rpyRad roll, pitch and yaw, rad
 * @param qRad joint angles, 12, rad
 */
@SuppressWarnings("ArrayRecordComponent")
public record FilmPose(double[] placeM, double[] rpyRad, double[] qRad) {}
