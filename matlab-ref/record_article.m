function record_article(toolbox, preset, iterations, folder)
%RECORD_ARTICLE Runs the article's adversarial experiment with the original toolbox and records its curves and final weights.
%   record_article('path/to/DeepLearnToolbox')                       the article's listing, 20 alternations
%   record_article('path/to/DeepLearnToolbox', 'article', 1500)      the whole of it: ten minutes
%   record_article('path/to/DeepLearnToolbox', 'figure', 20)         other settings: see record/article_settings.m
% The files go to matlab-ref/article, or to the folder given last. README.md says what is in them.
% The original forwards all 60000 rows of noise and uses 1000 of them. Only those are forwarded here: the numbers are the
% same, since a forward pass in testing mode draws nothing and treats each row by itself.

    here = fileparts(mfilename('fullpath'));
    addpath(here, fullfile(here, 'record'));
    prepare_path(here, toolbox);
    if nargin < 2
        preset = 'article';
    end
    if nargin < 3
        iterations = 20;
    end
    if nargin < 4
        folder = fullfile(here, 'article');
        if ~strcmp(preset, 'article')
            folder = fullfile(folder, preset);
        end
    end
    if ~exist(folder, 'dir')
        mkdir(folder);
    end

    settings = article_settings(preset, iterations);
    mnist = load(fullfile(here, 'data', 'mnist_uint8.mat'), 'train_x', 'train_y');
    [nn_G, nn_D, curves] = article_run(settings, mnist);

    info = dlrecord();
    info.recorder = 'record_article 1';
    stem = fullfile(folder, sprintf('%s_seed%d_%04d_', info.engine, settings.seed, iterations));
    save_parts([stem 'curves.mat'], curves, settings, info);
    save_weights(stem, 'nn_G', nn_G, settings, info);
    save_weights(stem, 'nn_D', nn_D, settings, info);
end

function save_weights(stem, name, nn, settings, info)
% A file a matrix; of a matrix with more than a megabyte, what tells it from any other.
    for i = 1 : numel(nn.W)
        part.name = sprintf('%s.W{%d}', name, i);
        if nnz(nn.W{i}) < 125000
            part.W = nn.W{i};
        else
            part.size = size(nn.W{i});
            part.rows = 1 : 12 : part.size(1);
            part.columns = 1 : 7 : part.size(2);
            part.block = nn.W{i}(part.rows, part.columns);
            part.row_sums = sum(nn.W{i}, 2);
            part.column_sums = sum(nn.W{i}, 1);
        end
        save_parts(sprintf('%s%s_W%d.mat', stem, name, i), part, settings, info);
        clear part
    end
end

function save_parts(file, part, settings, info)
    part.settings = settings;
    part.info = info;
    save(file, '-struct', 'part', '-v7');
end
