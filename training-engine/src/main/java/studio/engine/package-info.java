package studio.engine;
