/**
 * Evaluation of policies: many seeded walks of ten metres, what they cost and how steady they were, policies side by side.
 * Robots run the controller and the policy stage of the real one, in either physics engine.
 */
package gaitd.lab.eval;
