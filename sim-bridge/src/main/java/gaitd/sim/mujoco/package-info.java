/**
 * MuJoCo as a physics engine: its shared library called through java.lang.foreign, with no native code of this project.
 * The robot and the ground are those of the embedded engine; fields are found by a table for each version and checked
 * against the library before use.
 */
package gaitd.sim.mujoco;
