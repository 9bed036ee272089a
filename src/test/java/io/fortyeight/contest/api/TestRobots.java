package io.fortyeight.contest.api;

import io.fortyeight.contest.rules.RobotsVersion;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Stands in where no robots list is part of the application under test. */
@Singleton
@DefaultBean
public class TestRobots implements RobotsVersion {

    @Override
    public String robots() {
        return "test-robots 1.0";
    }
}
