/** Films of runs: poses are taken while a robot walks, and drawn afterwards by whoever can draw. */
package gaitd.robot.film;
