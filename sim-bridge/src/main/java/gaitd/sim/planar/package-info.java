/**
 * Chains of rigid links in the vertical plane x z, with springs, stops, motors and soft ground, and the textbook tasks that move them, by
 * physics of this package or by MuJoCo.
 *
 * <p>Angles turn about +y: a positive angle turns +z toward +x. SI units throughout.
 */
package gaitd.sim.planar;
